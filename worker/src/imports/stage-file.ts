import { inOrganisation, type Database, type Tx } from '@relance/db';
import {
  clearStage,
  keepRejections,
  readDay,
  readHabits,
  stageRows,
  updateImport,
  type ImportJob,
  type Rejection,
  type StagedRow,
} from '@relance/db/queries';
import { analyse, isBlank } from './analyse.ts';
import { decode } from './decode.ts';
import { ImportFailure } from './import-failure.ts';
import type { Layout } from './layout.ts';
import { openFile } from './open-file.ts';
import { readLine } from './read-line.ts';
import { readOptions, type GivenOptions } from './read-options.ts';
import { recallFor } from './remembered-reading.ts';
import { readRecords } from './read-records.ts';
import { READING_TIMEOUT_MS, STAGE_SHARE } from './settings.ts';

const BATCH_LINES = 2_000;
const ANALYSE_SHARE = 0.2;

/**
 * Reads a whole file and keeps its good lines on the stage. Nothing of the ledger is touched: a file that turns out to be
 * wrong in its last line has changed nothing. Interrupted, it begins again.
 */
export async function stageFile(db: Database, job: ImportJob, alive: () => void): Promise<void> {
  const { id, orgId, kind } = job;
  const write = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
    alive();
    return inOrganisation(db, orgId, work, { statementTimeoutMs: READING_TIMEOUT_MS });
  };
  const progress = (value: number) => write((tx) => updateImport(tx, orgId, id, { progress: value }));
  const file = openFile(db, orgId, id);
  const habits = await write(async (tx) => {
    await clearStage(tx, orgId, id);
    return { ...(await readHabits(tx, orgId)), ...(await readDay(tx, orgId)) };
  });
  const recalled = await recallFor(job, () => file.open(), write);
  const options = readOptions(recalled.options);
  const layout = await analyse({
    open: () => file.open((share) => progress(share * ANALYSE_SHARE)),
    kind,
    mapping: recalled.mapping,
    options,
    country: habits.country,
  });
  const currency = options.currency ?? habits.currency;
  const entityId = entityOf(job, options, habits.entityIds, layout);
  const detected = { ...describe(layout, currency, entityId), ...recalled.said };
  const { source } = recalled;
  await write((tx) => updateImport(tx, orgId, id, { detected, source, ignoredColumns: layout.ignoredColumns }));
  // only now: the person sees the columns and says which of them it is
  if (layout.missing !== null) throw new ImportFailure('column-missing', layout.missing);
  if (job.openItems && layout.cutAt !== null) throw new ImportFailure('truncated', String(layout.cutAt));

  const context = { layout, currency, today: habits.today, openItems: job.openItems };
  const rejectedLines = new Set<number>();
  let rejected = 0;
  let read = 0;
  let rows: StagedRow[] = [];
  let rejections: Rejection[] = [];
  const flush = async (): Promise<void> => {
    await write(async (tx) => {
      rejectedLines.clear();
      for (const { line } of rejections) rejectedLines.add(line);
      const twice = new Set(await stageRows(tx, orgId, id, rows));
      const duplicates = rows.filter((row) => twice.has(row.line)).flatMap((row) => duplicateOf(row));
      for (const { line } of duplicates) rejectedLines.add(line);
      await keepRejections(
        tx,
        orgId,
        id,
        [...rejections, ...duplicates].toSorted((one, other) => one.line - other.line),
      );
      await updateImport(tx, orgId, id, {
        progress: ANALYSE_SHARE + (STAGE_SHARE - ANALYSE_SHARE) * Math.min(1, read / layout.records),
      });
    });
    rejected += rejectedLines.size;
    rows = [];
    rejections = [];
  };

  let isHeading = true;
  for await (const { line, cells } of readRecords(decode(file.open(), layout.encoding), layout.delimiter)) {
    if (isBlank(cells)) continue;
    if (isHeading) {
      isHeading = false;
      continue;
    }
    read += 1;
    const reading = readLine(kind, context, line, cells);
    if ('row' in reading) rows.push(reading.row);
    else {
      rejections.push(...reading.problems);
      if (reading.kept) rows.push(reading.kept);
    }
    if (rows.length + rejections.length >= BATCH_LINES) await flush();
  }
  await flush();
  await write((tx) =>
    updateImport(tx, orgId, id, {
      stage: 'staged',
      progress: STAGE_SHARE,
      summary: { read, created: 0, updated: 0, unchanged: 0, rejected },
    }),
  );
}

/** Of several entities the oldest is taken, and said to be a guess; payments may belong to any. */
function entityOf(
  { kind, openItems }: ImportJob,
  { entityId }: GivenOptions,
  entityIds: readonly string[],
  layout: Layout,
): string | null {
  if (entityId !== null) {
    if (!entityIds.includes(entityId)) throw new ImportFailure('entity-missing', entityId);
    return entityId;
  }
  if (kind === 'payments') return null;
  const [first] = entityIds;
  if (first === undefined) throw new ImportFailure('entity-missing');
  // what is not on the list is closed: nobody guesses of which company
  if (openItems && entityIds.length > 1) throw new ImportFailure('entity-owed');
  if (entityIds.length > 1) layout.assumed.push('entityId');
  return first;
}

function describe(layout: Layout, currency: string, entityId: string | null): NonNullable<ImportJob['detected']> {
  const { mapping, headings, sample, assumed, delimiter, encoding, dateFormat, decimal } = layout;
  const options = { delimiter, encoding, dateFormat, decimal, currency, ...(entityId ? { entityId } : {}) };
  return { mapping, options, headings, sample, assumed };
}

/** A line that was rejected already has no second fault in standing for the same as another one. */
function duplicateOf({ line, data }: StagedRow): Rejection[] {
  const duplicate = (field: string, value: string): Rejection[] => [{ line, field, value, reason: 'duplicate' }];
  if ('kept' in data) return [];
  if ('number' in data) return duplicate('number', data.number);
  if ('externalId' in data) return duplicate('externalId', data.externalId);
  return duplicate('debtorRef', data.debtorRef);
}
