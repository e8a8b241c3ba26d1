import { calendarOf } from '@relance/db/queries';
import { countDays } from '@relance/workflows/engine';
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/Paris';
const fallback = { country: 'FR', timeZone: ZONE };

/** The day of an instant in Paris, `YYYY-MM-DD`. */
export function dayOf(at: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** So many business days after a day; 0: that day when it is open, else the next open one. */
export function businessDay(day: string, days: number): string {
  const date = Temporal.PlainDate.from(day);
  const calendar = calendarOf({
    country: 'FR',
    fallback,
    closures: [],
    years: { from: date.year, to: date.year + 1 },
  });
  const from = days === 0 ? date.subtract({ days: 1 }) : date;
  return countDays(from, { amount: Math.max(1, days), unit: 'business-day' }, calendar).toString();
}

/** Instant of a time of day in Paris, so many minutes later. */
export function instantOf(day: string, time: string, minutes = 0): string {
  const zoned = Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) })
    .add({ minutes });
  return new Date(zoned.epochMilliseconds).toISOString();
}

export const later = (one: string, other: string): string => (one < other ? other : one);

export function minutesAfter(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
