import { dayOf } from '../engine/calendar.ts';
import type { Tone } from '../engine/command.ts';
import type { Calendar } from '../engine/facts.ts';
import { decideDispatch } from './decide-dispatch.ts';
import type { OverdueInvoice, PlannedContact } from './dispatch.ts';
import type { DueContact } from './due-contacts.ts';
import type { WaitFor } from './guard.ts';
import type { OpenContact } from './open-contact.ts';

/** All that decides what a debtor is written now, beside its contacts. */
export interface DebtorSituation {
  clock: { now: string };
  calendar: Calendar;
  /** Demands under way or handed over not long ago. */
  recent: readonly {
    id: string;
    entityId: string;
    tone: number;
    minimumDistanceDays: number;
    handedOverAt: string | null;
    answerBy: string | null;
    invoiceIds: string[];
    listedInvoiceIds: string[];
  }[];
  /** Open invoices in all entities; `held`: nothing is said about them now. */
  invoices: readonly {
    id: string;
    entityId: string;
    currency: string;
    dueDate: string;
    balance: number;
    held: boolean;
  }[];
  /** What the creditors owe the debtor, minor units above zero; entity null: of no certain one. */
  credits: readonly { entityId: string | null; currency: string; amount: number }[];
}

/** What becomes of each contact on which something is to be decided now; one that is not named stays as it is. */
export interface Decision<Contact extends OpenContact = OpenContact> {
  drop: { contact: Contact; reason: string }[];
  /** `reason` says more, where a person has to judge. */
  wait: { contact: Contact; for: WaitFor | 'person'; reason: string | null }[];
  cover: { contact: Contact; messageId: string; answerBy: string | null }[];
  defer: { contact: Contact; slotAt: string; reason: 'minimum-distance' | 'answered' }[];
  messages: { demanded: Contact[]; listedInvoiceIds: string[] }[];
}

/** Guards first; what passes them goes by the policy of contacts; what credits cover does not leave. Pure. */
export function decide<Contact extends OpenContact>(
  situation: DebtorSituation,
  due: readonly DueContact<Contact>[],
): Decision<Contact> {
  const drop: Decision<Contact>['drop'] = [];
  const wait: Decision<Contact>['wait'] = [];
  const defer: Decision<Contact>['defer'] = [];
  const free = new Map<string, Contact>();
  for (const { contact, obstacle } of due) {
    if (obstacle === null && isUnprepared(situation, contact)) {
      wait.push({ contact, for: 'person', reason: NOTHING_ASKED_BEFORE });
    } else if (obstacle === null) free.set(contact.id, contact);
    else if (obstacle.kind === 'drop') drop.push({ contact, reason: obstacle.reason });
    else if (obstacle.kind === 'wait') wait.push({ contact, for: obstacle.for, reason: null });
    else defer.push({ contact, slotAt: obstacle.until, reason: obstacle.reason });
  }
  const { now } = situation.clock;
  const dispatch = decideDispatch({
    now,
    contacts: [...free.values()].map((contact) => plannedOf(situation, contact)),
    messages: situation.recent.map((message) => ({ ...message, tone: message.tone as Tone })),
    overdue: overdueOf(situation),
  });
  const byId = (id: string): Contact[] => {
    const contact = free.get(id);
    return contact ? [contact] : [];
  };
  const answerBys = new Map(situation.recent.map(({ id, answerBy }) => [id, answerBy]));
  const groups = dispatch.messages.map(({ contactIds, listedInvoiceIds }) => ({
    demanded: contactIds.flatMap(byId),
    listedInvoiceIds,
  }));
  const covered = groups.filter(({ demanded }) => isCovered(situation, demanded));
  return {
    drop: [
      ...drop,
      ...dispatch.drop.flatMap(({ contactId, reason }) => byId(contactId).map((contact) => ({ contact, reason }))),
      ...covered.flatMap(({ demanded }) => demanded.map((contact) => ({ contact, reason: COVERED_BY_CREDITS }))),
    ],
    wait,
    cover: dispatch.cover.flatMap(({ contactId, messageId }) =>
      byId(contactId).map((contact) => ({ contact, messageId, answerBy: answerBys.get(messageId) ?? null })),
    ),
    defer: [
      ...defer,
      ...dispatch.defer.flatMap(({ contactId, until }) =>
        byId(contactId).map((contact) => ({ contact, slotAt: until, reason: 'minimum-distance' as const })),
      ),
    ],
    messages: groups.filter((group) => !covered.includes(group)),
  };
}

/** Why a demand was not sent although its invoice is open: a person has to set credits off against it. */
export const COVERED_BY_CREDITS = 'covered-by-credits';

/** Why a severe word waits: its scenario asks before, but no demand about its invoice has reached the debtor. */
export const NOTHING_ASKED_BEFORE = 'nothing-asked-before';
/** From this tone on a message announces what may really follow. */
export const SEVERE_TONE = 3;

/**
 * A severe word about an invoice that no demand has named yet, although its scenario has one before it: that one was passed
 * by or bounced. Somebody who has read it may let it leave. A scenario that begins with a severe word says so itself.
 */
function isUnprepared({ recent }: DebtorSituation, contact: OpenContact): boolean {
  const { tone, demandBefore, confirmed, invoiceId } = contact;
  if (tone < SEVERE_TONE || !demandBefore || confirmed) return false;
  return !recent.some(
    ({ tone: asked, handedOverAt, invoiceIds, listedInvoiceIds }) =>
      asked > 0 && handedOverAt !== null && [...invoiceIds, ...listedInvoiceIds].includes(invoiceId),
  );
}

/** Credits and unallocated money of the same creditor, or of no certain one, bring the total asked for to zero. */
function isCovered({ credits }: DebtorSituation, demanded: readonly OpenContact[]): boolean {
  const [first] = demanded;
  if (!first) return false;
  const total = demanded.reduce((sum, { balance }) => sum + balance, 0);
  const credit = credits
    .filter(({ entityId, currency }) => currency === first.currency && (entityId ?? first.entityId) === first.entityId)
    .reduce((sum, { amount }) => sum + amount, 0);
  return credit >= total;
}

/** A contact that passed the guards is ripe: what it waited for is over. */
function plannedOf({ clock, invoices }: DebtorSituation, contact: OpenContact): PlannedContact {
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

function overdueOf({ invoices, clock, calendar }: DebtorSituation): OverdueInvoice[] {
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
