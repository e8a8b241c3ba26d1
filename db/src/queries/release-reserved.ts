import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/**
 * Takes back what stands reserved for a debtor and has not been handed to anybody: its contacts are planned again, to be
 * composed anew. The caller holds the locks.
 */
export async function releaseReserved(tx: Tx, organisationId: string, debtorId: string, at: string): Promise<void> {
  const reserved = sql`(
    select id from message where org_id = ${organisationId} and debtor_id = ${debtorId} and status = 'reserved')`;
  await tx.execute(sql`
    update contact set status = 'planned', message_id = null, slot_at = ${at}
    where status = 'reserved' and message_id in ${reserved}`);
  await tx.execute(sql`delete from message_invoice where message_id in ${reserved}`);
  await tx.execute(sql`
    delete from message where org_id = ${organisationId} and debtor_id = ${debtorId} and status = 'reserved'`);
}
