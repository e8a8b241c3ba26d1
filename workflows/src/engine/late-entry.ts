import type { Temporal } from 'temporal-polyfill';
import { RUNNERS, type Runners } from '../nodes/runners.ts';
import { LATE_ENTRIES, type LateEntry } from '../plan/late-entry.ts';
import type { Plan } from '../plan/plan.ts';
import { dayOf } from './calendar.ts';
import type { Facts } from './facts.ts';
import { isPast } from './instant.ts';
import { plainDate } from './plain-date.ts';
import { type Stop, stopsOf } from './stops.ts';

/** Where a case begins, and by how many days the waits on the invoice's dates come later from there on. */
export interface Entry {
  nodeId: string;
  shiftDays: number;
}

/** What the scenario itself says about old invoices; null: nothing. */
export function lateEntryOf({ nodes, start }: Plan): LateEntry | null {
  const config = nodes[start]?.config as { lateEntry?: unknown } | undefined;
  return LATE_ENTRIES.find((each) => each === config?.lateEntry) ?? null;
}

/** Where an invoice enters a scenario, by its age and by what is said about old ones. */
export function placeOfEntry(
  plan: Plan,
  lateEntry: LateEntry,
  facts: Facts,
  now: string,
  runners: Runners = RUNNERS,
): Entry {
  const first = { nodeId: plan.start, shiftDays: 0 };
  const dueDate = plainDate(facts.dueDate);
  if (lateEntry === 'first-step' || dueDate === null) return first;
  const today = dayOf(now, facts.calendar);
  const daysLate = daysFrom(dueDate, today);
  const all = stopsOf(plan, facts, now, runners);
  // what should have come before the due date does not come after it
  const missed =
    daysLate > 0 ? all.filter(({ at }) => at !== null && daysFrom(dueDate, dayOf(at, facts.calendar)) < 0) : [];
  const begin = missed.at(-1)?.next ?? plan.start;
  if (lateEntry === 'from-entry') return { nodeId: begin, shiftDays: Math.max(0, daysLate) };
  const stop = beforeSevere(all).findLast((each) => !missed.includes(each) && each.at !== null && isPast(each.at, now));
  if (stop === undefined || stop.at === null) return { ...first, nodeId: begin };
  // from there on the scenario keeps its own intervals, however late the invoice was
  return { nodeId: stop.nodeId, shiftDays: daysFrom(dayOf(stop.at, facts.calendar), today) };
}

/**
 * The stops up to the last demand of tone 2 at most; what follows is reached by living through it. A severe word comes after
 * somebody tried to speak to the debtor: where no call follows that demand, a case does not enter past the last call.
 */
function beforeSevere(stops: readonly Stop[]): Stop[] {
  const severe = stops.findIndex(({ tone }) => tone !== null && tone >= 3);
  const mild = severe < 0 ? [...stops] : stops.slice(0, severe);
  const lastDemand = mild.findLastIndex(({ tone }) => tone !== null && tone > 0);
  const entries = lastDemand < 0 ? mild : mild.slice(0, lastDemand + 1);
  const lastCall = mild.findLastIndex(({ talks }) => talks);
  return severe < 0 || lastCall < 0 ? entries : entries.slice(0, lastCall + 1);
}

function daysFrom(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'day' }).days;
}
