import { isPast } from '../engine/instant.ts';
import { compareTexts } from '../plan/compare-texts.ts';
import { type Demand, judgeDistance } from './distance.ts';
import type { Dispatch, DispatchInput, PlannedContact } from './dispatch.ts';
import { demandMessage, serviceMessages } from './group.ts';

/**
 * What leaves to one debtor now, what is covered, and what waits until when. At most one demand (tone 1 or more) at a
 * time, whatever the entity; service messages (tone 0) neither wait nor count. The same input gives the same answer.
 */
export function decideDispatch({ contacts, messages, overdue, now }: DispatchInput): Dispatch {
  const dispatch: Dispatch = { messages: [], cover: [], defer: [], wait: [], drop: [], keep: [] };
  const ripe = contacts.toSorted(byAge).filter((contact) => isRipe(contact, now, dispatch));
  dispatch.messages.push(...serviceMessages(ripe.filter(({ tone }) => tone === 0)));

  const demands = ripe.filter(({ tone }) => tone > 0);
  const recent = messages.filter(({ tone }) => tone > 0);
  if (recent.some(({ handedOverAt }) => handedOverAt === null)) {
    for (const { id } of demands) dispatch.keep.push({ contactId: id, reason: 'message-under-way' });
    return dispatch;
  }
  const past = recent.flatMap((message): Demand[] => {
    const { handedOverAt } = message;
    return handedOverAt === null ? [] : [{ ...message, handedOverAt }];
  });
  const free = demands.filter((contact) => {
    const verdict = judgeDistance(contact, past, now);
    if (verdict.kind === 'covered') dispatch.cover.push({ contactId: contact.id, messageId: verdict.messageId });
    if (verdict.kind === 'deferred') {
      dispatch.defer.push({ contactId: contact.id, until: verdict.until, reason: 'distance' });
    }
    return verdict.kind === 'free';
  });
  const withheld = new Set(contacts.filter(({ held, disputed, paid }) => held || disputed || paid).map(invoiceOf));
  const demand = demandMessage(
    free,
    overdue.filter(({ id }) => !withheld.has(id)),
  );
  if (demand === null) return dispatch;
  dispatch.messages.push(demand.message);
  dispatch.keep.push(...demand.keep);
  return dispatch;
}

/** Whether a contact may leave now; says what becomes of it otherwise. */
function isRipe(contact: PlannedContact, now: string, { drop, wait, keep }: Dispatch): boolean {
  const { id: contactId, slotAt, waitingFor } = contact;
  if (contact.paid || contact.balance.amount <= 0) {
    drop.push({ contactId, reason: 'paid' });
    return false;
  }
  if (waitingFor !== null || slotAt === null) {
    keep.push({ contactId, reason: 'waiting' });
    return false;
  }
  if (!isPast(slotAt, now)) {
    keep.push({ contactId, reason: 'not-ripe' });
    return false;
  }
  if (contact.held || contact.disputed) {
    wait.push({ contactId, waitingFor: contact.held ? 'hold' : 'dispute' });
    return false;
  }
  return true;
}

function invoiceOf({ invoiceId }: PlannedContact): string {
  return invoiceId;
}

function byAge(a: PlannedContact, b: PlannedContact): number {
  const age = Date.parse(a.slotAt ?? a.plannedAt) - Date.parse(b.slotAt ?? b.plannedAt);
  return age === 0 ? compareTexts(a.id, b.id) : age;
}
