import { dayOf } from '../engine/calendar.ts';
import type { Tone } from '../engine/command.ts';
import type { Calendar } from '../engine/facts.ts';
import { decideDispatch } from './decide-dispatch.ts';
import type { KeepReason, OverdueInvoice, PlannedContact } from './dispatch.ts';
import type { DueContact } from './due-contacts.ts';
import { capFor, nextOpening, weeklyAllowance, type ContactPolicy } from './contact-policy.ts';
import type { WaitFor } from './guard.ts';
import type { OpenContact } from './open-contact.ts';
import { slotFor } from './slot.ts';

/** All that decides what a debtor is written now, beside its contacts. */
export interface DebtorSituation {
  clock: { now: string };
  calendar: Calendar;
  policy: ContactPolicy;
  addressee: { ref: string; kind: string };
  /** Messages under way or handed over not long ago. */
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
  defer: { contact: Contact; slotAt: string; reason: 'minimum-distance' | 'answered' | 'closed' | 'weekly-cap' }[];
  messages: { demanded: Contact[]; listedInvoiceIds: string[] }[];
}

/** Guards first; what passes them goes by the policy of contacts; what credits cover does not leave. Pure. */
export function decide<Contact extends OpenContact>(
  situation: DebtorSituation,
  due: readonly DueContact<Contact>[],
): Decision<Contact> {
  const guarded = passGuards(situation, due);
  const free = new Map(guarded.free.map((contact) => [contact.id, contact]));
  const dispatch = decideDispatch({
    now: situation.clock.now,
    contacts: guarded.free.map((contact) => plannedOf(situation, contact)),
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
  const { within, beyond } = shareAllowance(situation, {
    messages: groups.filter((group) => !covered.includes(group)),
    behind: dispatch.keep
      .filter(({ reason }) => BEHIND_ANOTHER.includes(reason))
      .flatMap(({ contactId }) => byId(contactId)),
  });
  return {
    drop: [
      ...guarded.drop,
      ...dispatch.drop.flatMap(({ contactId, reason }) => byId(contactId).map((contact) => ({ contact, reason }))),
      ...covered.flatMap(({ demanded }) => demanded.map((contact) => ({ contact, reason: COVERED_BY_CREDITS }))),
    ],
    wait: guarded.wait,
    cover: dispatch.cover.flatMap(({ contactId, messageId }) =>
      byId(contactId).map((contact) => ({ contact, messageId, answerBy: answerBys.get(messageId) ?? null })),
    ),
    defer: [
      ...guarded.defer,
      ...dispatch.defer.flatMap(({ contactId, until }) =>
        byId(contactId).map((contact) => ({
          contact,
          slotAt: officeSlot(situation, until),
          reason: 'minimum-distance' as const,
        })),
      ),
      ...beyond,
    ],
    messages: within,
  };
}

interface Guarded<Contact extends OpenContact> extends Pick<Decision<Contact>, 'drop' | 'wait' | 'defer'> {
  /** What nothing stands in the way of now. */
  free: Contact[];
}

function passGuards<Contact extends OpenContact>(
  situation: DebtorSituation,
  due: readonly DueContact<Contact>[],
): Guarded<Contact> {
  const guarded: Guarded<Contact> = { drop: [], wait: [], defer: [], free: [] };
  const { now } = situation.clock;
  for (const { contact, obstacle } of due) {
    if (obstacle?.kind === 'drop') guarded.drop.push({ contact, reason: obstacle.reason });
    else if (obstacle?.kind === 'wait') guarded.wait.push({ contact, for: obstacle.for, reason: null });
    else if (obstacle) guarded.defer.push({ contact, slotAt: obstacle.until, reason: obstacle.reason });
    else if (isUnprepared(situation, contact)) {
      guarded.wait.push({ contact, for: 'person', reason: NOTHING_ASKED_BEFORE });
    } else {
      const slotAt = openSlot(situation, contact, now);
      if (slotAt === now) guarded.free.push(contact);
      else guarded.defer.push({ contact, slotAt, reason: 'closed' });
    }
  }
  return guarded;
}

/** It leaves with the outcome of a call: somebody has just spoken to the debtor and has read it. */
const RECAP = 'call-recap';

/**
 * When a message that may leave at an instant does: then, or when office hours begin, spread like every morning's. What a
 * person has read and lets go leaves at any time.
 */
export function openSlot(
  situation: OfficeDay,
  { confirmed, template }: Pick<OpenContact, 'confirmed' | 'template'>,
  at: string,
): string {
  return confirmed || template === RECAP ? at : officeSlot(situation, at);
}

type OfficeDay = Pick<DebtorSituation, 'policy' | 'calendar' | 'addressee'>;

/** What had to be put off leaves in office hours, whoever let it go: nobody is there any more when its time comes. */
function officeSlot({ policy, calendar, addressee }: OfficeDay, at: string): string {
  const opening = nextOpening(at, policy.hours, calendar);
  return opening === at ? at : slotFor(opening, addressee.ref);
}

/** Of demands that another one goes before: they come when that one is settled. */
const BEHIND_ANOTHER: readonly KeepReason[] = ['graver-first', 'other-message-first'];

/** What a week's messages leave room for, demands before others; the rest comes when there is room again. */
function shareAllowance<Contact extends OpenContact>(
  situation: DebtorSituation,
  { messages, behind }: { messages: Decision<Contact>['messages']; behind: readonly Contact[] },
): { within: Decision<Contact>['messages']; beyond: Decision<Contact>['defer'] } {
  const { policy, addressee, recent, clock } = situation;
  const most = capFor(policy.messagesPerWeek, addressee.kind);
  const handOvers = recent.map(({ handedOverAt }) => handedOverAt);
  const { left } = weeklyAllowance(most, handOvers, clock.now);
  const first = messages.toSorted((a, b) => Number(isDemand(b)) - Number(isDemand(a))).slice(0, left);
  const within = messages.filter((message) => first.includes(message));
  const all = [...handOvers, ...within.map(() => clock.now)];
  const { nextAt } = weeklyAllowance(most, all, clock.now);
  if (nextAt === null) return { within, beyond: [] };
  const beyond = messages.filter((message) => !first.includes(message)).flatMap(({ demanded }) => demanded);
  return {
    within,
    beyond: [...beyond, ...(left === 0 ? behind : [])].map((contact) => ({
      contact,
      slotAt: officeSlot(situation, nextAt),
      reason: 'weekly-cap',
    })),
  };
}

const isDemand = ({ demanded }: { demanded: readonly OpenContact[] }): boolean => demanded.some(({ tone }) => tone > 0);

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
