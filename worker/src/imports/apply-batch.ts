import type { Tx } from '@relance/db';
import {
  appendAudit,
  applyDebtors,
  applyInvoices,
  applyOpenItems,
  applyPayments,
  debtorsWithoutAddress,
  demandAssignment,
  dropRows,
  finishImport,
  keepRejections,
  lockImports,
  nextRows,
  nowOf,
  openAddressTasks,
  releaseAddressWaits,
  updateImport,
  type BatchOutcome,
  type ImportedDebtor,
  type ImportJob,
  type ImportedInvoice,
  type ImportedPayment,
  type OpenItem,
  type StagedRow,
} from '@relance/db/queries';
import { closeUnlisted } from './close-unlisted.ts';
import { rememberCorrections } from './remembered-reading.ts';
import { STAGE_SHARE } from './settings.ts';

/**
 * Moves the next good lines from the stage into the ledger: ledger, counts, rejections and the stage itself in one
 * transaction, so that a kill repeats or loses nothing. Returns the last line moved; null when none is left: the import is
 * then done.
 */
export async function applyBatch(
  tx: Tx,
  job: ImportJob,
  range: { after: number; limit: number },
): Promise<number | null> {
  const { id, orgId, dryRun } = job;
  const at = await nowOf(tx, orgId);
  const rows = await nextRows(tx, orgId, id, range);
  const [first, last] = [rows.at(0)?.line, rows.at(-1)?.line];
  if (first === undefined || last === undefined) {
    // a list of open items also says what is open no more
    if (job.openItems && !dryRun && (await closeUnlisted(tx, job, at))) return range.after;
    if (!dryRun) await rememberCorrections(tx, job, at);
    await finishImport(tx, orgId, id, { at });
    if (!dryRun) await demandAssignment(tx, orgId, { at, onlyIfOn: true });
    return null;
  }
  if (!dryRun) await lockImports(tx, orgId);
  const outcome = await apply(tx, job, rows, at);
  await keepRejections(tx, orgId, id, outcome.rejections);
  await dropRows(tx, orgId, id, { first, last });
  const summary = add(job.summary, outcome);
  const settled = summary.created + summary.updated + summary.unchanged + summary.rejected;
  const progress = STAGE_SHARE + (1 - STAGE_SHARE) * Math.min(1, settled / Math.max(1, summary.read));
  await updateImport(tx, orgId, id, { summary, progress });
  if (!dryRun) {
    await appendAudit(tx, orgId, [
      {
        at,
        actor: `import:${id}`,
        kind: 'imported',
        ref: id,
        data: { kind: job.kind, lines: [first, last], ...counts(outcome) },
      },
    ]);
  }
  return last;
}

async function apply(tx: Tx, job: ImportJob, staged: readonly StagedRow[], at: string): Promise<BatchOutcome> {
  const { id, orgId, dryRun } = job;
  const entityId = job.detected?.options.entityId ?? null;
  const batch = { importId: id, actor: `import:${id}`, at, dryRun };
  if (job.kind === 'payments') {
    const rows = staged.map((row) => ({ ...row, data: row.data as ImportedPayment }));
    return applyPayments(tx, orgId, { ...batch, entityId, rows });
  }
  if (entityId === null) throw new Error('an import of invoices or debtors was staged without its entity');
  const applied = job.openItems
    ? await applyOpenItems(tx, orgId, {
        ...batch,
        entityId,
        rows: staged.map((row) => ({ ...row, data: row.data as OpenItem })),
      })
    : job.kind === 'invoices'
      ? await applyInvoices(tx, orgId, {
          ...batch,
          entityId,
          rows: staged.map((row) => ({ ...row, data: row.data as ImportedInvoice })),
        })
      : await applyDebtors(tx, orgId, {
          ...batch,
          entityId,
          rows: staged.map((row) => ({ ...row, data: row.data as ImportedDebtor })),
        });
  if (dryRun) return applied;
  await releaseAddressWaits(tx, orgId, applied.addressed, at);
  // a file that speaks about addresses and has none for somebody who owes: a person has to find it
  if (Object.values(job.detected?.mapping ?? {}).includes('email')) {
    await openAddressTasks(tx, orgId, await debtorsWithoutAddress(tx, orgId, applied.debtorIds), at);
  }
  return applied;
}

function add(summary: ImportJob['summary'], outcome: BatchOutcome): NonNullable<ImportJob['summary']> {
  const { read = 0, created = 0, updated = 0, unchanged = 0, rejected = 0 } = summary ?? {};
  const more = counts(outcome);
  return {
    read,
    created: created + more.created,
    updated: updated + more.updated,
    unchanged: unchanged + more.unchanged,
    rejected: rejected + more.rejected,
  };
}

function counts({ created, updated, unchanged, rejections }: BatchOutcome) {
  return { created, updated, unchanged, rejected: rejections.length };
}
