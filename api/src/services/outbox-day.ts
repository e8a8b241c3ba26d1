import type { Tx } from '@relance/db';
import { readDay, type OutboxDay } from '@relance/db/queries';
import { Temporal } from 'temporal-polyfill';
import { startOfDay } from './start-of-day.ts';

/** Now and the end of the organisation's day: what tells the views of the outbox apart. */
export async function readOutboxDay(tx: Tx, organisationId: string): Promise<OutboxDay> {
  const { now, today, timeZone } = await readDay(tx, organisationId);
  const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();
  return { now, dayEnd: startOfDay(tomorrow, timeZone) };
}
