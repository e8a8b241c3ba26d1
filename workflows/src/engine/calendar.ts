import { Temporal } from 'temporal-polyfill';
import type { Delay } from '../plan/plan.ts';
import type { Calendar } from './facts.ts';

/** A calendar that is closed for longer than this is wrong; its days then count as open, so that nothing waits for ever. */
const LONGEST_CLOSURE = 366;

const closedDays = new WeakMap<Calendar, ReadonlySet<string>>();

/** Whether business is done on that day. */
export function isOpen(day: Temporal.PlainDate, calendar: Calendar): boolean {
  let closed = closedDays.get(calendar);
  if (closed === undefined) {
    closed = new Set(calendar.closed);
    closedDays.set(calendar, closed);
  }
  return !calendar.weekend.includes(day.dayOfWeek) && !closed.has(day.toString());
}

/** That day when it is open, else the next open one (or the previous, with `step` −1). */
export function openDay(day: Temporal.PlainDate, calendar: Calendar, step: 1 | -1 = 1): Temporal.PlainDate {
  let candidate = day;
  for (let closed = 0; closed <= LONGEST_CLOSURE; closed += 1) {
    if (isOpen(candidate, calendar)) return candidate;
    candidate = candidate.add({ days: step });
  }
  return day;
}

/** The day `delay` after (or, with `step` −1, before) a day; business days are counted one by one. */
export function countDays(
  day: Temporal.PlainDate,
  { amount, unit }: Delay,
  calendar: Calendar,
  step: 1 | -1 = 1,
): Temporal.PlainDate {
  if (unit === 'day') return day.add({ days: amount * step });
  let reached = day;
  for (let counted = 0; counted < amount; counted += 1) {
    reached = openDay(reached.add({ days: step }), calendar, step);
  }
  return reached;
}

/** The date of an instant in the calendar's zone. */
export function dayOf(instant: string, calendar: Calendar): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(calendar.timeZone).toPlainDate();
}

/** The instant of a time of day `HH:MM`; one that a clock change skips comes an hour later, one that it repeats is the first. */
export function instantAt(day: Temporal.PlainDate, time: string, calendar: Calendar): string {
  const zoned = day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds).toISOString();
}
