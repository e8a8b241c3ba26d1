import { REQUIRED_FIELDS, type ImportField, type ImportKind } from '@relance/db/queries';
import { decode, detectEncoding } from './decode.ts';
import { DateDetector } from './detect-dates.ts';
import { DecimalDetector } from './detect-decimal.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { guessMapping, type Mapping } from './guess-mapping.ts';
import { ImportFailure } from './import-failure.ts';
import type { Layout } from './layout.ts';
import type { GivenOptions } from './read-options.ts';
import { readRecords } from './read-records.ts';
import type { Encoding } from './recognise.ts';

const SAMPLE_ROWS = 20;
const HEAD_CHARACTERS = 64_000;
const DATE_FIELDS: readonly ImportField[] = ['issueDate', 'dueDate', 'receivedOn'];
const AMOUNT_FIELDS: readonly ImportField[] = ['total', 'balance', 'amount'];

export interface AnalyseRequest {
  /** Opens the file from its beginning. */
  open: () => AsyncIterable<Uint8Array>;
  kind: ImportKind;
  mapping: Record<string, string> | null;
  options: GivenOptions;
  country: string;
}

/** Reads a whole file once without keeping it: what it says as a whole decides how each of its cells is read. */
export async function analyse({ open, kind, mapping: given, options, country }: AnalyseRequest): Promise<Layout> {
  const encoding = options.encoding ?? (await detectEncoding(open));
  const delimiter = options.delimiter ?? detectDelimiter(await readHead(open, encoding));
  const dates = new DateDetector();
  const decimals = new DecimalDetector();
  let headings: string[] | null = null;
  let columns: ReadonlyMap<ImportField, number> | null = null;
  let mapping: Mapping = {};
  let records = 0;
  let shortest = Infinity;
  let last = { line: 0, cells: 0 };
  const sample: string[][] = [];

  const see = (cells: readonly string[]): void => {
    for (const field of DATE_FIELDS) seeCell(dates, cells, columns?.get(field));
    for (const field of AMOUNT_FIELDS) seeCell(decimals, cells, columns?.get(field));
  };
  const settleMapping = (names: readonly string[]): void => {
    mapping = guessMapping({ kind, headings: names, sample, given });
    columns = columnsOf(names, mapping);
    for (const row of sample) see(row);
  };

  for await (const { line, cells } of readRecords(decode(open(), encoding), delimiter)) {
    if (isBlank(cells)) continue;
    if (headings === null) {
      headings = uniqueHeadings(cells);
      last = { line, cells: cells.length };
      continue;
    }
    records += 1;
    shortest = Math.min(shortest, last.cells);
    last = { line, cells: cells.length };
    if (sample.length < SAMPLE_ROWS) {
      sample.push(cells);
      if (sample.length === SAMPLE_ROWS) settleMapping(headings);
    } else see(cells);
  }
  if (headings === null) throw new ImportFailure('empty-file');
  if (columns === null) settleMapping(headings);
  if (records === 0) throw new ImportFailure('no-rows');

  const date = dates.decide(country);
  const amount = decimals.decide(country);
  return {
    encoding,
    delimiter,
    dateFormat: options.dateFormat ?? date.format,
    decimal: options.decimal ?? amount.decimal,
    assumed: [
      ...(date.assumed && !options.dateFormat ? (['dateFormat'] as const) : []),
      ...(amount.assumed && !options.decimal ? (['decimal'] as const) : []),
    ],
    headings,
    mapping,
    columns: columns ?? new Map(),
    missing: missingIn(kind, mapping),
    ignoredColumns: headings.filter((heading) => mapping[heading] === undefined),
    sample,
    records,
    cutAt: last.cells < shortest ? last.line : null,
  };
}

/** Spreadsheets end in rows of nothing but delimiters. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

export async function readHead(open: AnalyseRequest['open'], encoding: Encoding): Promise<string> {
  for await (const text of decode(open(), encoding)) return text.slice(0, HEAD_CHARACTERS);
  throw new ImportFailure('empty-file');
}

function seeCell(detector: { see(text: string): void }, cells: readonly string[], column: number | undefined): void {
  const text = column === undefined ? '' : (cells[column]?.trim() ?? '');
  if (text !== '') detector.see(text);
}

export function uniqueHeadings(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const heading = cell.trim() || `#${index + 1}`;
    const count = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, count);
    return count === 1 ? heading : `${heading} (${count})`;
  });
}

function columnsOf(headings: readonly string[], mapping: Mapping): ReadonlyMap<ImportField, number> {
  const columns = new Map<ImportField, number>();
  headings.forEach((heading, index) => {
    const field = mapping[heading];
    if (field) columns.set(field, index);
  });
  return columns;
}

function missingIn(kind: ImportKind, mapping: Mapping): string | null {
  const found = new Set(Object.values(mapping));
  const choice = REQUIRED_FIELDS[kind].find((fields) => !fields.some((field) => found.has(field)));
  return choice?.join(' | ') ?? null;
}
