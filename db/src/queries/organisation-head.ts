import { eq, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { clock, organisation } from '../schema/index.ts';
import { clockNow } from './clock.ts';

/** Name and time of an organisation, for somebody who does not work in it yet. Role relance_system only. */
export async function readOrganisationHead(
  system: Database,
  id: string,
): Promise<{ name: string; now: string } | undefined> {
  const [row] = await system
    .select({ name: organisation.name, now: sql<string | Date>`${clockNow}` })
    .from(organisation)
    .innerJoin(clock, eq(clock.orgId, organisation.id))
    .where(eq(organisation.id, id));
  return row && { ...row, now: new Date(row.now).toISOString() };
}
