import { errorCode, inOrganisation, isDatabaseAway, isTransient } from '@relance/db';
import { claimRun, clearStage, finishImport, nowOf, readImport, type ImportJob } from '@relance/db/queries';
import type { RunRef, StepReply } from '@relance/workflows/contract';
import type { Deps } from '../deps.ts';
import { applyBatch } from './apply-batch.ts';
import { ImportFailure } from './import-failure.ts';
import { lockImport } from './import-lock.ts';
import { READING_TIMEOUT_MS } from './settings.ts';
import { stageFile } from './stage-file.ts';
import { weighList } from './weigh-list.ts';

const BATCH_LINES = 1_000;
/** A step ends after so long at the latest and asks to be called again, so that its run shows that it moves on. */
const SLICE_MS = 5_000;
const ELSEWHERE_MS = 2_000;

const DONE: StepReply = { done: true, wakeInMs: null, summary: 'import: done' };

/**
 * Takes an import on from where its rows say that it stands: reads the file onto the stage, then moves the stage into the
 * ledger batch by batch. Killed anywhere, the next call goes on; called twice at once, one of them waits.
 */
export async function stepImport(
  deps: Pick<Deps, 'app' | 'log'>,
  organisationId: string,
  importId: string,
  run: RunRef | null,
): Promise<StepReply> {
  const lock = await lockImport(deps.app, importId);
  if (lock === null) return { done: false, wakeInMs: ELSEWHERE_MS, summary: 'import: read elsewhere' };
  try {
    const job = await inOrganisation(deps.app, organisationId, async (tx) =>
      (await claimRun(tx, 'import', importId, run)) ? readImport(tx, organisationId, importId) : null,
    );
    if (job === null || job.status !== 'running') return DONE;
    return await advance(deps, job, () => lock.check());
  } catch (error) {
    if (isTransient(error) || isDatabaseAway(error)) throw error;
    const failure = error instanceof ImportFailure ? error.message : `internal: ${errorCode(error) ?? 'unknown'}`;
    if (!(error instanceof ImportFailure)) deps.log.error({ importId, err: error }, 'import failed');
    await fail(deps, organisationId, importId, failure);
    return DONE;
  } finally {
    await lock.release();
  }
}

async function advance(deps: Pick<Deps, 'app'>, job: ImportJob, alive: () => void): Promise<StepReply> {
  if (job.stage === 'received') {
    await stageFile(deps.app, job, alive);
    return { done: false, wakeInMs: 0, summary: 'import: file read' };
  }
  if (job.stage === 'staged' && job.openItems) {
    const reply = await weighList(deps.app, job, alive);
    if (reply !== null) return reply;
  }
  const end = Date.now() + SLICE_MS;
  let after = 0;
  do {
    alive();
    const range = { after, limit: BATCH_LINES };
    const last = await inOrganisation(
      deps.app,
      job.orgId,
      async (tx) => {
        const now = await readImport(tx, job.orgId, job.id);
        return now?.status === 'running' ? applyBatch(tx, now, range) : null;
      },
      { statementTimeoutMs: READING_TIMEOUT_MS },
    );
    if (last === null) return DONE;
    after = last;
  } while (Date.now() < end);
  return { done: false, wakeInMs: 0, summary: 'import: writing the ledger' };
}

async function fail(
  { app }: Pick<Deps, 'app'>,
  organisationId: string,
  importId: string,
  failure: string,
): Promise<void> {
  await inOrganisation(app, organisationId, async (tx) => {
    await finishImport(tx, organisationId, importId, { failure, at: await nowOf(tx, organisationId) });
    await clearStage(tx, organisationId, importId);
  });
}
