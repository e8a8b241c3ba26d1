import type { Tx } from '@relance/db';
import { sql } from 'drizzle-orm';

/** Rows written from here on in this transaction are that organisation's. */
export async function enterOrganisation(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`select set_config('app.org', ${organisationId}, true)`);
}
