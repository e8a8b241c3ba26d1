import type { Calendar } from '@relance/workflows/engine';
import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../schema/index.ts';
import { calendarOf } from './calendar.ts';

/** The organisation's own open days in the year of an instant and the next: its country, its zone, its closures. */
export async function readOrganisationCalendar(tx: Tx, organisationId: string, at: string): Promise<Calendar> {
  const [row] = await tx
    .select({
      country: organisation.country,
      timeZone: organisation.timeZone,
      closures: sql<string[]>`array(
        select c.day::text from closure c where c.org_id = ${organisation.id} order by c.day)`,
    })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  if (!row) throw new Error(`organisation ${organisationId} does not exist`);
  const { closures, ...fallback } = row;
  const year = Number(at.slice(0, 4));
  return calendarOf({ country: null, fallback, closures, years: { from: year, to: year + 1 } });
}
