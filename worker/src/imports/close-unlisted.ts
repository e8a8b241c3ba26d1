import type { Tx } from '@relance/db';
import {
  appendAudit,
  closeAbsent,
  closeAbsentCredits,
  lockImports,
  noteLedger,
  outdateWaiting,
  type ImportJob,
} from '@relance/db/queries';

const BATCH_ROWS = 1_000;

/**
 * Closes the next rows that a list of open items does not have, once all its lines are written: a kill repeats nothing,
 * because what is closed is open no more. Returns whether there may be others; when not, the ledger is of today.
 */
export async function closeUnlisted(tx: Tx, job: ImportJob, at: string): Promise<boolean> {
  const { id, orgId, recordedAt } = job;
  const entityId = job.detected?.options.entityId;
  if (entityId === undefined) throw new Error('a list of open items was staged without its entity');
  await lockImports(tx, orgId);
  const actor = `import:${id}`;
  const closing = { importId: id, entityId, actor, at, recordedBefore: recordedAt };
  const invoices = await closeAbsent(tx, orgId, closing, BATCH_ROWS);
  const credits = invoices === 0 ? await closeAbsentCredits(tx, orgId, closing, BATCH_ROWS) : 0;
  if (invoices + credits === 0) {
    await noteLedger(tx, orgId, at);
    await outdateWaiting(tx, orgId, { importId: id, entityId });
    return false;
  }
  await appendAudit(tx, orgId, [{ at, actor, kind: 'import-closed', ref: id, data: { invoices, credits } }]);
  return true;
}
