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
