import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../schema/index.ts';
import { releaseWaits } from './contact.ts';

/**
 * Says that the ledger has just been brought up to date: what waited because it was too old may leave again. Written to
 * the minute, so that many payments in a row do not queue for one row. Call at the end of a transaction.
 */
export async function noteLedger(tx: Tx, organisationId: string, at: string): Promise<void> {
  const written = await tx
    .update(organisation)
    .set({ ledgerAt: at })
    .where(
      and(
        eq(organisation.id, organisationId),
        or(isNull(organisation.ledgerAt), sql`${organisation.ledgerAt} <= ${at}::timestamptz - interval '1 minute'`),
      ),
    )
    .returning({ id: organisation.id });
  if (written.length > 0) await releaseWaits(tx, organisationId, { waitingFor: 'stale' }, at);
}

/** The ledger is as old as the last list that stands or the last payment: a list that was undone says nothing any more. */
export async function recallLedgerAge(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`
    update organisation set ledger_at = greatest(
      (select max(finished_at) from import
        where org_id = ${organisationId} and open_items and not dry_run and status = 'done' and undone_at is null),
      (select max(at) from payment where org_id = ${organisationId}))
    where id = ${organisationId}`);
}
