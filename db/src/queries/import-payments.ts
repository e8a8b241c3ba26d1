import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Batch } from './import-batch.ts';
import type { BatchOutcome, ImportedPayment } from './import-row.ts';
import { contentHash, recordPayments, type NewPayment } from './payment.ts';

/** Records the payments of a file as those of any other system; known ones with other content are rejected. */
export async function applyPayments(
  tx: Tx,
  organisationId: string,
  batch: Omit<Batch<ImportedPayment>, 'entityId'> & { entityId: string | null },
): Promise<BatchOutcome> {
  const payments = batch.rows.map(({ data }) => ({ ...data, entityId: batch.entityId }));
  const statuses = batch.dryRun
    ? await foresee(tx, organisationId, payments)
    : (await recordPayments(tx, organisationId, payments, batch)).map((each) => each.status);
  const lines = (status: (typeof statuses)[number]) => batch.rows.filter((_, index) => statuses[index] === status);
  return {
    created: lines('created').length,
    updated: 0,
    unchanged: lines('same').length,
    rejections: lines('conflict').map(({ line, data }) => ({
      line,
      field: 'externalId',
      value: data.externalId,
      reason: 'content-differs',
    })),
  };
}

async function foresee(
  tx: Tx,
  organisationId: string,
  payments: readonly NewPayment[],
): Promise<('created' | 'same' | 'conflict')[]> {
  const ids = payments.map((each) => each.externalId);
  const { rows } = await tx.execute<{ external_id: string; content_hash: string }>(sql`
    select external_id, content_hash from payment
    where org_id = ${organisationId} and external_id = any(${sql.param(ids)}::text[])`);
  const hashes = new Map(rows.map((row) => [row.external_id, row.content_hash]));
  return payments.map((each) => {
    const hash = hashes.get(each.externalId);
    if (hash === undefined) return 'created';
    return hash === contentHash(each) ? 'same' : 'conflict';
  });
}
