import type { ImportField, Rejection, RejectionReason } from '@relance/db/queries';
import { currencyExponent } from '@relance/workflows/plan';
import type { Layout } from './layout.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';

const LONGEST_TEXT = 500;
const LONGEST_SHOWN = 200;
const SYMBOLS: Record<string, string> = { '€': 'EUR', '£': 'GBP', $: 'USD' };

/** Reads the cells of one line and collects what is wrong with it. A value that is wrong or absent reads as null. */
export class LineReader {
  readonly problems: Rejection[] = [];
  private readonly layout: Layout;
  private readonly line: number;
  private readonly cells: readonly string[];

  constructor(layout: Layout, line: number, cells: readonly string[]) {
    this.layout = layout;
    this.line = line;
    this.cells = cells;
    const extra = cells.slice(layout.headings.length).find((cell) => cell.trim() !== '');
    if (extra !== undefined) this.reject('line', extra, 'columns');
  }

  reject(field: ImportField | 'line', value: string, reason: RejectionReason): null {
    const known = this.problems.some((problem) => problem.field === field);
    if (!known) this.problems.push({ line: this.line, field, value: value.slice(0, LONGEST_SHOWN), reason });
    return null;
  }

  text(field: ImportField, longest = LONGEST_TEXT): string | null {
    const column = this.layout.columns.get(field);
    const text = column === undefined ? '' : (this.cells[column] ?? '').trim();
    if (text === '') return null;
    return text.length > longest ? this.reject(field, text, 'too-long') : text;
  }

  required(field: ImportField): string | null {
    const text = this.text(field);
    if (text === null) this.reject(field, '', 'missing');
    return text;
  }

  date(field: ImportField): string | null {
    const text = this.text(field);
    if (text === null) return null;
    return readDate(text, this.layout.dateFormat) ?? this.reject(field, text, 'not-a-date');
  }

  amount(field: ImportField, currency: string | null): number | null {
    const text = this.text(field);
    if (text === null || currency === null) return null;
    const reading = readAmount(text, currency, this.layout.decimal);
    return reading.ok ? reading.minor : this.reject(field, text, reading.reason);
  }

  currency(fallback: string): string | null {
    const text = this.text('currency');
    if (text === null) return fallback;
    const code = SYMBOLS[text] ?? text.toUpperCase();
    return currencyExponent(code) === null ? this.reject('currency', text, 'currency-unknown') : code;
  }
}
