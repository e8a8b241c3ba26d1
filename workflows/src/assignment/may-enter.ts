import { Temporal } from 'temporal-polyfill';
import { dayOf } from '../engine/calendar.ts';
import type { Facts } from '../engine/facts.ts';
import { plainDate } from '../engine/plain-date.ts';
import { stopsOf } from '../engine/stops.ts';
import type { Plan } from '../plan/plan.ts';

/** Whether an invoice enters a scenario now: once it is due, or before where the scenario's first step lies before. */
export function mayEnter(plan: Plan, facts: Facts, now: string): boolean {
  const dueDate = plainDate(facts.dueDate);
  if (dueDate === null) return false;
  if (Temporal.PlainDate.compare(dueDate, dayOf(now, facts.calendar)) <= 0) return true;
  const [first] = stopsOf(plan, facts, now);
  if (first === undefined || first.at === null) return false;
  return Temporal.PlainDate.compare(dayOf(first.at, facts.calendar), dueDate) < 0;
}
