import { inOrganisation, type Database, type Tx } from '@relance/db';
import {
  emptyStage,
  finishImport,
  isListBeingWritten,
  keepRejections,
  lockImports,
  nowOf,
  outdateWaiting,
  updateImport,
  weighOpenItems,
  type ImportJob,
  type Weighed,
} from '@relance/db/queries';
import type { StepReply } from '@relance/workflows/contract';
import { ImportFailure } from './import-failure.ts';
import { MOST_REJECTED_SHARE, READING_TIMEOUT_MS } from './settings.ts';

const WAIT_MS = 2_000;

/**
 * Weighs a list of open items against the ledger before anything of it is written: what it would close, and whether it is
 * to be refused. Null: it may be written now; else what to reply.
 */
export async function weighList(db: Database, job: ImportJob, alive: () => void): Promise<StepReply | null> {
  const { id: importId, orgId, recordedAt } = job;
  const entityId = job.detected?.options.entityId;
  if (entityId === undefined) throw new Error('a list of open items was staged without its entity');
  alive();
  return inOrganisation(
    db,
    orgId,
    async (tx) => {
      await lockImports(tx, orgId);
      if (!job.dryRun && (await isListBeingWritten(tx, orgId, { importId, entityId }))) {
        return { done: false, wakeInMs: WAIT_MS, summary: 'import: another list is being written' };
      }
      const weighed = await weighOpenItems(tx, orgId, { importId, entityId, recordedBefore: recordedAt });
      await updateImport(tx, orgId, importId, { closing: weighed.closing, stage: 'weighed' });
      const refusal = refusalOf(job, weighed);
      if (refusal === null) return null;
      await refuse(tx, job, weighed, refusal);
      return { done: true, wakeInMs: null, summary: 'import: done' };
    },
    { statementTimeoutMs: READING_TIMEOUT_MS },
  );
}

function refusalOf(job: ImportJob, { closing, rejections }: Weighed): ImportFailure | null {
  const read = job.summary?.read ?? 0;
  const rejected = (job.summary?.rejected ?? 0) + rejections.length;
  const share = `${rejected}/${read}`;
  if (rejected > Math.max(1, read * MOST_REJECTED_SHARE)) {
    const other = rejections.filter(({ reason }) => reason === 'debtor-differs').length;
    if (other * 2 > rejected) return new ImportFailure('accounts-differ', share);
    return new ImportFailure('too-many-rejected', share);
  }
  if (closing.mustConfirm && !job.dryRun && !job.closingConfirmed) return new ImportFailure('closing-unconfirmed');
  return null;
}

/** Nothing of the ledger has been touched; the lines that were rejected stay to be read. */
async function refuse(
  tx: Tx,
  job: ImportJob,
  { rejections }: Weighed,
  { code, message }: ImportFailure,
): Promise<void> {
  const { id, orgId } = job;
  const entityId = job.detected?.options.entityId;
  const { read = 0, rejected = 0 } = job.summary ?? {};
  await keepRejections(tx, orgId, id, rejections);
  await updateImport(tx, orgId, id, {
    summary: { read, created: 0, updated: 0, unchanged: 0, rejected: rejected + rejections.length },
  });
  const at = await nowOf(tx, orgId);
  const waits = code === 'closing-unconfirmed';
  await finishImport(tx, orgId, id, { failure: message, at, keepFile: waits });
  if (waits && entityId !== undefined) await outdateWaiting(tx, orgId, { importId: id, entityId });
  await emptyStage(tx, orgId, id);
}
