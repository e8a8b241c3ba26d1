import type { Text } from '../messages/text.ts';
import { isVariable } from '../templates/variables.ts';
import { decide, openSlot, NOTHING_ASKED_BEFORE, type DebtorSituation, type Decision } from './decide.ts';
import { dueContacts } from './due-contacts.ts';
import { obstacleOf, type Obstacle } from './guard.ts';
import type { OpenContact, SendingState } from './open-contact.ts';

/** For what a planned message waits beside its slot: what guards find, and what people or a lacking datum stop. */
export type ExplainedWait = Extract<Obstacle, { kind: 'wait' }>['for'] | 'confirmation' | 'refused' | 'person';

/** Why a slot was moved, as the trail tells it. */
export interface Deferral {
  contactId: string;
  until: string;
  reason: DeferralReason;
}
export type DeferralReason = Decision['defer'][number]['reason'] | 'set-aside';

export interface ExplainedContact {
  /** When it leaves if nothing else happens; null: only a person or a fact brings it. */
  at: string | null;
  /** It leaves at that time; false: this says why it has not left and does not yet. */
  leaves: boolean;
  phrases: Text[];
}

/** All that decides on a debtor's planned messages now. */
export interface ExplainedDebtor<Contact extends OpenContact> extends DebtorSituation {
  contacts: readonly Contact[];
  pending: readonly { tone: number }[];
  sending: SendingState;
}

/**
 * What becomes of each planned message of a debtor and why, said by the guards and the policy that the dispatcher goes by.
 * The values `at` and `until` of a phrase are instants: whoever shows it formats them. Pure.
 */
export function explainContacts<Contact extends OpenContact & { reason: string | null }>(
  debtor: ExplainedDebtor<Contact>,
  deferrals: readonly Deferral[],
): Map<string, ExplainedContact> {
  const { now } = debtor.clock;
  const due = dueContacts(debtor);
  const decided = decidedOf(decide(debtor, due), now);
  const dueIds = new Set(due.map(({ contact }) => contact.id));
  return new Map(
    debtor.contacts.map((contact) => {
      if (contact.status === 'reserved') return [contact.id, leaving(now)];
      const fate = decided.get(contact.id);
      if (fate) return [contact.id, fate];
      if (dueIds.has(contact.id)) return [contact.id, stays({ key: 'why.keep.other-first' })];
      return [contact.id, undecided(contact, debtor, deferrals)];
    }),
  );
}

function decidedOf<Contact extends OpenContact>(
  { drop, wait, cover, defer, messages }: Decision<Contact>,
  now: string,
): Map<string, ExplainedContact> {
  return new Map([
    ...drop.map(({ contact, reason }) => [contact.id, stays({ key: `why.drop.${reason}` })] as const),
    ...wait.map((each) => [each.contact.id, stays(...waitTexts(each.for, each.reason))] as const),
    ...cover.map(({ contact }) => [contact.id, stays({ key: 'why.cover' })] as const),
    ...defer.map(({ contact, slotAt, reason }) => [contact.id, later(reason, slotAt)] as const),
    ...messages.flatMap(({ demanded }) => demanded.map(({ id }) => [id, leaving(now)] as const)),
  ]);
}

/** Nothing is to be decided on it now: its time has not come, or what it waits for still lacks. */
function undecided<Contact extends OpenContact & { reason: string | null }>(
  contact: Contact,
  debtor: ExplainedDebtor<Contact>,
  deferrals: readonly Deferral[],
): ExplainedContact {
  const {
    sending,
    clock: { now },
  } = debtor;
  const obstacle = obstacleOf(contact, sending, now);
  const { waitingFor, slotAt, reason } = contact;
  if (waitingFor !== null) {
    const isSame = obstacle === null || (obstacle.kind === 'wait' && obstacle.for === waitingFor);
    return stays(...waitTexts(waitingFor as ExplainedWait, reason), ...(isSame ? [] : [obstacleText(obstacle)]));
  }
  if (slotAt === null || Date.parse(slotAt) <= Date.parse(now)) return stays({ key: 'why.keep.message-under-way' });
  const moved = movedTo([contact.id], slotAt, deferrals);
  const at = openSlot(debtor, contact, slotAt);
  const text = at === slotAt ? slotText([contact.id], slotAt, deferrals) : laterText('closed', at);
  const leaves = moved === undefined && obstacle === null && at === slotAt;
  // a debtor that is left alone until that very time stands in the way of nothing more
  const isOther = obstacle !== null && !(obstacle.kind === 'later' && Date.parse(obstacle.until) <= Date.parse(slotAt));
  return {
    at: obstacle?.kind === 'wait' || obstacle?.kind === 'drop' ? null : at,
    leaves,
    phrases: [text, ...(isOther ? [obstacleText(obstacle)] : [])],
  };
}

const movedTo = (contactIds: readonly string[], slotAt: string, deferrals: readonly Deferral[]): Deferral | undefined =>
  deferrals.find(({ contactId, until }) => contactIds.includes(contactId) && Date.parse(until) === Date.parse(slotAt));

/** Why contacts that wait for nothing but their time leave at that time. */
export function slotText(contactIds: readonly string[], slotAt: string, deferrals: readonly Deferral[]): Text {
  const moved = movedTo(contactIds, slotAt, deferrals);
  return moved ? laterText(moved.reason, slotAt) : { key: 'why.slot', values: { at: slotAt } };
}

const stays = (...phrases: Text[]): ExplainedContact => ({ at: null, leaves: false, phrases });
const leaving = (now: string): ExplainedContact => ({ at: now, leaves: true, phrases: [{ key: 'why.leaves' }] });
const later = (reason: DeferralReason, until: string): ExplainedContact => ({
  at: until,
  leaves: false,
  phrases: [laterText(reason, until)],
});

/** What stands in the way, in words. */
export function obstacleText(obstacle: NonNullable<Obstacle>): Text {
  if (obstacle.kind === 'drop') return { key: `why.drop.${obstacle.reason}` };
  return obstacle.kind === 'wait' ? { key: `why.wait.${obstacle.for}` } : laterText(obstacle.reason, obstacle.until);
}

const laterText = (reason: DeferralReason, until: string): Text => ({ key: `why.later.${reason}`, values: { until } });

/** What the dispatcher found that a person has to judge; other reasons are what somebody wrote. */
const FOUND: ReadonlySet<string> = new Set(['text-outdated', NOTHING_ASKED_BEFORE]);

const MISSING = /^missing: (.+)$/s;

/** For what a planned message waits, with what is known of it. */
export function waitTexts(wait: ExplainedWait, reason: string | null): Text[] {
  if (wait === 'person' && reason !== null && FOUND.has(reason)) return [{ key: `why.wait.${reason}` }];
  if (wait === 'person' && reason !== null) return [said(reason)];
  if (wait === 'refused') return lackTexts(MISSING.exec(reason ?? '')?.[1]?.split(', ') ?? []);
  // a confirmation that was put off is still one
  return [{ key: `why.wait.${wait}` }, ...(wait === 'confirmation' && reason !== null ? [said(reason)] : [])];
}

const said = (reason: string): Text => ({ key: 'why.wait.person-said', values: { reason } });

/** What will be found when its message is written: it does not leave as it is. */
export const explainLacking = (missing: readonly string[]): ExplainedContact => stays(...lackTexts(missing));

/** What a message lacks without which it does not leave. */
function lackTexts(missing: readonly string[]): Text[] {
  return [
    { key: 'why.wait.refused' },
    ...missing.filter(isVariable).map((name) => ({ key: 'why.lacks', values: { what: { key: `variable.${name}` } } })),
  ];
}
