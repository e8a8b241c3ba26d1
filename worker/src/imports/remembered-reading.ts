import { createHash } from 'node:crypto';
import type { Tx } from '@relance/db';
import { recallReading, rememberReading, type ImportJob } from '@relance/db/queries';
import type { ImportOptions } from '@relance/db/schema';
import { isBlank, readHead, uniqueHeadings } from './analyse.ts';
import { decode, detectEncoding } from './decode.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { plain } from './guess-mapping.ts';
import { ImportFailure } from './import-failure.ts';
import { readOptions } from './read-options.ts';
import { readRecords } from './read-records.ts';

export interface Recalled {
  /** Null: not asked by a person, whose corrections alone are remembered. */
  source: string | null;
  mapping: Record<string, string> | null;
  options: ImportOptions | null;
  /** What the page tells of it. */
  said: { remembered?: string };
}

type Write = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** What is asked for, on top of how the person who imported such a file last had it read. */
export async function recallFor(
  job: ImportJob,
  open: () => AsyncIterable<Uint8Array>,
  write: Write,
): Promise<Recalled> {
  const { mapping, options, orgId, kind } = job;
  if (!job.createdBy.startsWith('user:')) return { source: null, mapping, options, said: {} };
  const source = sourceOf(await readHeadings(open, {}));
  const known = await write((tx) => recallReading(tx, orgId, { kind, source }));
  if (!known) return { source, mapping, options, said: {} };
  const asked = { ...known.options, ...options };
  return {
    source,
    mapping: combine(known.mapping, mapping ?? {}, await readHeadings(open, asked)),
    options: asked,
    said: { remembered: known.updatedAt },
  };
}

/** Keeps how a file was read, once it is imported, if the person has corrected anything. */
export async function rememberCorrections(tx: Tx, job: ImportJob, at: string): Promise<void> {
  const { source, detected } = job;
  if (source === null || detected === null) return;
  const corrected = correctedOptions(job.options ?? {});
  const hasMapping = Object.keys(job.mapping ?? {}).length > 0;
  if (!hasMapping && Object.keys(corrected).length === 0) return;
  const ref = { kind: job.kind, source };
  const known = await recallReading(tx, job.orgId, ref);
  const mapping = Object.fromEntries(detected.headings.map((heading) => [heading, detected.mapping[heading] ?? '']));
  const options = { ...known?.options, ...corrected };
  await rememberReading(tx, job.orgId, ref, { mapping, options, updatedAt: at });
}

/** Equal for files with the same headings, however they are spaced, in whatever order. */
function sourceOf(headings: readonly string[]): string {
  const words = headings.map((heading) => plain(heading)).sort();
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url');
}

/** Its headings; with no options as the file is read by itself, so that a corrected separator is found again too. */
async function readHeadings(open: () => AsyncIterable<Uint8Array>, options: ImportOptions): Promise<string[]> {
  const given = readOptions(options);
  const encoding = given.encoding ?? (await detectEncoding(open));
  const delimiter = given.delimiter ?? detectDelimiter(await readHead(open, encoding));
  for await (const { cells } of readRecords(decode(open(), encoding), delimiter)) {
    if (!isBlank(cells)) return uniqueHeadings(cells);
  }
  throw new ImportFailure('empty-file');
}

/** Which company and currency it is, is said each time. */
function correctedOptions({ delimiter, encoding, dateFormat, decimal }: ImportOptions): ImportOptions {
  return {
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
    ...(dateFormat !== undefined && { dateFormat }),
    ...(decimal !== undefined && { decimal }),
  };
}

/** What is asked for now wins, also of a field that another column had. */
function combine(
  known: Record<string, string>,
  given: Record<string, string>,
  headings: readonly string[],
): Record<string, string> {
  const taken = new Set(Object.values(given).filter((field) => field !== ''));
  const byWord = new Map(headings.map((heading) => [plain(heading), heading]));
  const kept = Object.entries(known).flatMap(([heading, field]) => {
    const now = byWord.get(plain(heading));
    return now === undefined || taken.has(field) ? [] : [[now, field] as const];
  });
  return { ...Object.fromEntries(kept), ...given };
}
