import type { OpenContact } from '@relance/db/queries';
import { dayOf, type Tone } from '@relance/workflows/engine';
import { decideDispatch, type OverdueInvoice, type PlannedContact } from '@relance/workflows/policy';
import type { DebtorView } from './debtor-view.ts';
import type { DueContact } from './due-contacts.ts';

/** What becomes of each contact on which something is to be decided now; one that is not named stays as it is. */
export interface Decision {
  drop: { contact: OpenContact; reason: string }[];
  wait: { contact: OpenContact; for: 'hold' | 'exclusion' | 'address' }[];
  cover: { contact: OpenContact; messageId: string; answerBy: string | null }[];
  defer: { contact: OpenContact; slotAt: string }[];
  messages: { demanded: OpenContact[]; listedInvoiceIds: string[] }[];
}

/** Guards first; what passes them goes by the policy of contacts. Pure. */
export function decide(view: DebtorView, due: readonly DueContact[]): Decision {
  const drop: Decision['drop'] = [];
  const wait: Decision['wait'] = [];
  const free = new Map<string, OpenContact>();
  for (const { contact, obstacle } of due) {
    if (obstacle === null) free.set(contact.id, contact);
    else if (obstacle.kind === 'drop') drop.push({ contact, reason: obstacle.reason });
    else wait.push({ contact, for: obstacle.for });
  }
  const { now } = view.clock;
  const dispatch = decideDispatch({
    now,
    contacts: [...free.values()].map((contact) => plannedOf(view, contact)),
    messages: view.recent.map((message) => ({ ...message, tone: message.tone as Tone })),
    overdue: overdueOf(view),
  });
  const byId = (id: string): OpenContact[] => {
    const contact = free.get(id);
    return contact ? [contact] : [];
  };
  const answerBys = new Map(view.recent.map(({ id, answerBy }) => [id, answerBy]));
  return {
    drop: [
      ...drop,
      ...dispatch.drop.flatMap(({ contactId, reason }) => byId(contactId).map((contact) => ({ contact, reason }))),
    ],
    wait,
    cover: dispatch.cover.flatMap(({ contactId, messageId }) =>
      byId(contactId).map((contact) => ({ contact, messageId, answerBy: answerBys.get(messageId) ?? null })),
    ),
    defer: dispatch.defer.flatMap(({ contactId, until }) =>
      byId(contactId).map((contact) => ({ contact, slotAt: until })),
    ),
    messages: dispatch.messages.map(({ contactIds, listedInvoiceIds }) => ({
      demanded: contactIds.flatMap(byId),
      listedInvoiceIds,
    })),
  };
}

/** A contact that passed the guards is ripe: what it waited for is over. */
function plannedOf({ clock, invoices }: DebtorView, contact: OpenContact): PlannedContact {
  return {
    id: contact.id,
    enrolmentId: contact.enrolmentId,
    invoiceId: contact.invoiceId,
    entityId: contact.entityId,
    currency: contact.currency,
    template: contact.template,
    tone: contact.tone as Tone,
    plannedAt: contact.plannedAt,
    minimumDistanceDays: contact.minimumDistanceDays,
    slotAt: contact.slotAt ?? clock.now,
    waitingFor: null,
    balance: { amount: contact.balance, currency: contact.currency },
    dueDate: invoices.find(({ id }) => id === contact.invoiceId)?.dueDate ?? '',
    held: false,
    disputed: false,
    paid: false,
  };
}

function overdueOf({ invoices, clock, calendar }: DebtorView): OverdueInvoice[] {
  const today = dayOf(clock.now, calendar).toString();
  return invoices
    .filter(({ held, dueDate }) => !held && dueDate < today)
    .map(({ id, entityId, currency, dueDate, balance }) => ({
      id,
      entityId,
      currency,
      dueDate,
      balance: { amount: balance, currency },
    }));
}
