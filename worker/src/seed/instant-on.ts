import { Temporal } from 'temporal-polyfill';

/** Instant, ISO 8601 in UTC, at that time of day in Paris, so many days after a date. */
export function instantOn(day: string, offset: number, time: string): string {
  const date = Temporal.PlainDate.from(day).add({ days: offset });
  const instant = date.toZonedDateTime({ timeZone: 'Europe/Paris', plainTime: Temporal.PlainTime.from(time) });
  return new Date(instant.epochMilliseconds).toISOString();
}

/** Date, `YYYY-MM-DD`, so many days after a date. */
export function dayAfter(day: string, offset: number): string {
  return Temporal.PlainDate.from(day).add({ days: offset }).toString();
}
