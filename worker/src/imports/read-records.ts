import { CsvError, parse, type Info } from 'csv-parse';
import { ImportFailure } from './import-failure.ts';

export interface CsvRecord {
  /** Line of the file on which the record begins; the headings are usually line 1. */
  line: number;
  cells: string[];
}

export const MOST_COLUMNS = 200;
/** Characters of one record, all its cells together: an unclosed quote would swallow the file. */
export const LONGEST_RECORD = 64_000;

/** Splits text into records, one at a time. Stray quotes inside a cell are text; an unclosed one refuses the file. */
export async function* readRecords(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRecord> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const feeding = feed(text, parser);
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (record.length > MOST_COLUMNS) throw new ImportFailure('too-many-columns', String(info.lines));
      yield { line: info.lines - lineBreaks(record), cells: record };
    }
  } catch (error) {
    throw asFailure(error);
  } finally {
    parser.destroy();
  }
  await feeding;
}

async function feed(text: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const part of text) {
      if (parser.destroyed) return;
      if (!parser.write(part)) await drained(parser);
    }
    parser.end();
  } catch (error) {
    // the reader gets it, in its place in the stream
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      parser.off('drain', done).off('close', done);
      resolve();
    };
    parser.on('drain', done).on('close', done);
  });
}

function lineBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.includes('\n')) count += cell.split('\n').length - 1;
  return count;
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { code } = error;
  const line = String((error as CsvError & { lines?: number }).lines ?? '');
  if (code === 'CSV_MAX_RECORD_SIZE') return new ImportFailure('line-too-long', line);
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new ImportFailure('quote-not-closed', line);
  return error;
}
