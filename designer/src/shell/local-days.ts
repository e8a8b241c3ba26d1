// The calendar arithmetic is loaded when a button is pressed: no page needs it to be drawn.
const temporal = async () => (await import('temporal-polyfill')).Temporal;

/** The same time of day so many days later in that zone, across changes of summer time. */
export async function localDaysLater(instant: string, days: number, timeZone: string): Promise<string> {
  const Temporal = await temporal();
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).add({ days }).toInstant().toString();
}

/** The first instant of a date in that zone. */
export async function startOfLocalDay(date: string, timeZone: string): Promise<string> {
  const Temporal = await temporal();
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).toInstant().toString();
}
