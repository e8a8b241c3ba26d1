import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { clock, organisation } from '../schema/index.ts';
import { clockNow } from './clock.ts';

export interface OrganisationDay {
  /** Organisation's time, ISO 8601 in UTC. */
  now: string;
  /** Its day, `YYYY-MM-DD`, in its zone. */
  today: string;
  timeZone: string;
  /** Whose calendar counts for debtors of no known country. */
  country: string;
  currency: string;
  language: 'fr' | 'en';
  sandbox: boolean;
}

/** What pages count days and money with. */
export async function readDay(tx: Tx, organisationId: string): Promise<OrganisationDay> {
  const [row] = await tx
    .select({
      now: sql<string | Date>`${clockNow}`,
      today: sql<string>`(${clockNow} at time zone ${organisation.timeZone})::date::text`,
      timeZone: organisation.timeZone,
      country: organisation.country,
      currency: organisation.currency,
      language: organisation.language,
      sandbox: organisation.sandbox,
    })
    .from(organisation)
    .innerJoin(clock, eq(clock.orgId, organisation.id))
    .where(eq(organisation.id, organisationId));
  if (!row) throw new Error(`there is no organisation ${organisationId}`);
  return { ...row, now: new Date(row.now).toISOString() };
}
