import { Temporal } from 'temporal-polyfill';

const MORNING = Temporal.PlainTime.from('06:00');

/** The next six o'clock in the morning of a zone, whatever its clocks do: an instant after `now`. */
export function nextRun(now: string, timeZone: string): string {
  const zoned = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime: MORNING }).epochMilliseconds;
  const today = zoned.toPlainDate();
  const morning = at(today) > Date.parse(now) ? at(today) : at(today.add({ days: 1 }));
  return new Date(morning).toISOString();
}
