import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { importJob } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { lockImports } from './import-ledger.ts';
import { readImport } from './import.ts';
import { poke } from './outbox.ts';

/** The failure of a list that closes much or is doubtful: its file is kept, and a person may still want it so. */
const WAITS = 'closing-unconfirmed';
/** The failure of one that waited while a later list of its entity came. */
const OUTDATED = 'closing-outdated';

/**
 * Lets a list that was refused because it closes much be read again and written: a person has seen what it closes and wants
 * it so. What was recorded after it had been sent stays open. Null when the organisation has no such import.
 */
export async function confirmClosing(
  tx: Tx,
  organisationId: string,
  { importId, actor, at }: { importId: string; actor: string; at: string },
): Promise<'confirmed' | 'nothing-to-confirm' | null> {
  await lockImports(tx, organisationId);
  const job = await readImport(tx, organisationId, importId);
  if (!job) return null;
  if (job.failure !== WAITS || job.dryRun) return 'nothing-to-confirm';
  await tx
    .update(importJob)
    .set({
      closingConfirmed: true,
      status: 'running',
      stage: 'received',
      progress: 0,
      failure: null,
      finishedAt: null,
      closing: null,
      summary: null,
    })
    .where(and(eq(importJob.orgId, organisationId), eq(importJob.id, importId)));
  const data = { invoices: job.closing?.invoices ?? 0, credits: job.closing?.credits ?? 0 };
  await appendAudit(tx, organisationId, [{ at, actor, kind: 'import-closing-confirmed', ref: importId, data }]);
  await poke(tx, organisationId, 'import', [importId]);
  return 'confirmed';
}

/** Once a later list of the entity is there, those before it that wait for a person are of yesterday: their files go. */
export async function outdateWaiting(
  tx: Tx,
  organisationId: string,
  { importId, entityId }: { importId: string; entityId: string },
): Promise<void> {
  await tx.execute(sql`
    with old as (
      update import set failure = ${OUTDATED}
      where org_id = ${organisationId} and id < ${importId} and open_items and not dry_run and status = 'failed'
        and failure = ${WAITS} and detected->'options'->>'entityId' = ${entityId}
      returning id
    )
    delete from import_file where org_id = ${organisationId} and import_id in (select id from old)`);
}
