import type { Calendar } from '../engine/facts.ts';
import { isPast } from '../engine/instant.ts';
import { COVERED_BY_CREDITS, decide, type DebtorSituation } from '../policy/decide.ts';
import { dueContacts } from '../policy/due-contacts.ts';
import type { ContactPolicy } from '../policy/contact-policy.ts';
import type { OpenContact } from '../policy/open-contact.ts';
import type { DebtorOutlook } from './new-case.ts';

/** What becomes of one debtor's planned contacts in a day, counted in messages. */
export interface DispatchDay {
  messages: number;
  coveredByCredits: number;
  /** Invoices that stay without a message because nobody there can be written to. */
  withoutAddress: number;
  /** Invoices whose message comes later: the debtor was written to a short while ago or often, or has answered. */
  later: number;
}

const MOST_LOOKS = 100;
const FREELY = { on: true, stale: false, large: false };

/** Lets everything leave that may leave until an instant, each message as soon as its time has come. */
export function dispatchDay(
  planned: readonly OpenContact[],
  { recent, invoices, credits, ref, kind }: DebtorOutlook,
  { calendar, policy, until }: { calendar: Calendar; policy: ContactPolicy; until: string },
): DispatchDay {
  const day: DispatchDay = { messages: 0, coveredByCredits: 0, withoutAddress: 0, later: 0 };
  const sent: DebtorSituation['recent'][number][] = [...recent];
  let open = [...planned];
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const now = nextSlot(open);
    if (now === null || !isPast(now, until)) break;
    const situation = { clock: { now }, calendar, policy, addressee: { ref, kind }, recent: sent, invoices, credits };
    const due = dueContacts({ clock: { now }, contacts: open, pending: [], sending: FREELY });
    const { drop, wait, cover, defer, messages } = decide(situation, due);
    day.messages += messages.length;
    day.withoutAddress += wait.filter((each) => each.for === 'address').length;
    day.coveredByCredits += messagesOf(
      drop.filter(({ reason }) => reason === COVERED_BY_CREDITS).map(({ contact }) => contact),
    );
    for (const [index, { demanded, listedInvoiceIds }] of messages.entries()) {
      sent.push(sentMessage(`${look}-${index}`, now, demanded, listedInvoiceIds));
    }
    const gone = new Set([
      ...messages.flatMap(({ demanded }) => demanded.map(({ id }) => id)),
      ...[...drop, ...wait, ...cover].map(({ contact }) => contact.id),
    ]);
    const moved = new Map(defer.map(({ contact, slotAt }) => [contact.id, slotAt]));
    const before = open;
    open = open
      .filter(({ id }) => !gone.has(id))
      .map((contact) => ({ ...contact, slotAt: moved.get(contact.id) ?? contact.slotAt }));
    // what was kept for the next message is decided at the same instant; else only later ones are left
    if (gone.size === 0 && moved.size === 0 && before.length === open.length) break;
  }
  day.later = open.filter(({ slotAt }) => slotAt !== null).length;
  return day;
}

function nextSlot(open: readonly OpenContact[]): string | null {
  const slots = open.map(({ slotAt }) => slotAt).filter((slot) => slot !== null);
  return slots.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

/** One message is for one entity and currency. */
function messagesOf(contacts: readonly OpenContact[]): number {
  return new Set(contacts.map(({ entityId, currency }) => `${entityId} ${currency}`)).size;
}

function sentMessage(
  id: string,
  handedOverAt: string,
  demanded: readonly OpenContact[],
  listedInvoiceIds: string[],
): DebtorSituation['recent'][number] {
  return {
    id,
    entityId: demanded[0]?.entityId ?? '',
    tone: Math.max(...demanded.map(({ tone }) => tone)),
    minimumDistanceDays: Math.max(...demanded.map(({ minimumDistanceDays }) => minimumDistanceDays)),
    handedOverAt,
    answerBy: null,
    invoiceIds: demanded.map(({ invoiceId }) => invoiceId),
    listedInvoiceIds,
  };
}
