import { Temporal } from 'temporal-polyfill';

/** The instant at which a day, `YYYY-MM-DD`, begins in a zone. */
export function startOfDay(day: string, timeZone: string): string {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds).toISOString();
}
