import { Temporal } from 'temporal-polyfill';

const MORNING = '09:00';

/** The instant at which a hold until that day ends: in the morning, so that nothing leaves in the night. */
export function holdEnd(until: string, timeZone: string): string {
  const morning = Temporal.PlainDate.from(until).toZonedDateTime({ timeZone, plainTime: MORNING });
  return new Date(morning.epochMilliseconds).toISOString();
}
