import type { Temporal } from 'temporal-polyfill';
import type { WaitRule } from '../nodes/runner.ts';
import type { Delay } from '../plan/plan.ts';
import { countDays, dayOf, instantAt, openDay } from './calendar.ts';
import type { Facts } from './facts.ts';
import { isPast, later } from './instant.ts';
import { plainDate } from './plain-date.ts';
import type { Token, Vars } from './state.ts';

/** Work is due at the end of the working day. */
const END_OF_DAY = '17:00';

/**
 * The instant at which a wait ends: on an open day of the calendar, at its time of day. Null when its anchor is unknown
 * (no issue date, no such answer, no date given in a message).
 */
export function waitUntil(rule: WaitRule, token: Token, vars: Vars, facts: Facts): string | null {
  const from = anchorDay(rule, token, vars, facts);
  if (from === null) return null;
  const { calendar } = facts;
  const reached = countDays(from, rule.delay, calendar, rule.direction === 'before' ? -1 : 1);
  return instantAt(openDay(reached, calendar), rule.time, calendar);
}

function anchorDay({ anchor }: WaitRule, token: Token, vars: Vars, facts: Facts): Temporal.PlainDate | null {
  if (anchor === 'due-date') return shifted(plainDate(facts.dueDate), vars);
  if (anchor === 'issue-date') return shifted(plainDate(facts.issueDate), vars);
  if (anchor === 'previous-step') return dayOf(token.leftPreviousAt, facts.calendar);
  if (anchor === 'last-contact') return dayOf(lastContact(token, facts), facts.calendar);
  if ('answerBy' in anchor) return plainDate(own(vars.answerBy, anchor.answerBy));
  const { nodeId, field } = anchor.answer;
  return plainDate(own(own(vars.answers, nodeId) ?? {}, field));
}

function shifted(day: Temporal.PlainDate | null, { shiftDays = 0 }: Vars): Temporal.PlainDate | null {
  return day?.add({ days: shiftDays }) ?? null;
}

/**
 * The last hand-over or call, else the previous step. Waited for again, it is at least the previous step: a cycle whose
 * messages never leave must not spin on a contact of long ago.
 */
function lastContact({ leftPreviousAt, visit }: Token, { lastContactAt }: Facts): string {
  if (lastContactAt === null) return leftPreviousAt;
  return visit > 1 ? later(lastContactAt, leftPreviousAt) : lastContactAt;
}

function own<Value>(values: Record<string, Value>, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** The end of the open day `delay` from now; when that is over already, the end of the next one. */
export function dueAt(delay: Delay, now: string, { calendar }: Facts): string {
  const day = openDay(countDays(dayOf(now, calendar), delay, calendar), calendar);
  const end = instantAt(day, END_OF_DAY, calendar);
  return isPast(end, now) ? instantAt(openDay(day.add({ days: 1 }), calendar), END_OF_DAY, calendar) : end;
}
