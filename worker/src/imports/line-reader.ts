import type { ImportField, Rejection, RejectionReason } from '@relance/db/queries';
import { currencyExponent } from '@relance/workflows/plan';
import type { Layout } from './layout.ts';
import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';

const LONGEST_TEXT = 500;
const LONGEST_SHOWN = 200;
// how ledgers keep a spreadsheet from eating the zeros in front of a number
const QUOTED_FORMULA = /^="([^"]*)"$/;
const FORMULA = /^[=@]/;
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
    const text = this.cell(field);
    if (text === '') return null;
    return text.length > longest ? this.reject(field, text, 'too-long') : text;
  }

  private cell(field: ImportField): string {
    const column = this.layout.columns.get(field);
    const cell = column === undefined ? '' : (this.cells[column] ?? '').trim();
    return QUOTED_FORMULA.exec(cell)?.[1]?.trim() ?? cell;
  }

  required(field: ImportField): string | null {
    const text = this.text(field);
    if (text === null) this.reject(field, '', 'missing');
    return text;
  }

  date(field: ImportField): string | null {
    const text = this.text(field);
    if (text === null) return null;
    return readDate(text, this.layout.dateFormat) ?? this.reject(field, text, wrong(text, 'not-a-date'));
  }

  amount(field: ImportField, currency: string | null): number | null {
    const text = this.text(field);
    if (text === null || currency === null) return null;
    const reading = readAmount(text, currency, this.layout.decimal);
    return reading.ok ? reading.minor : this.reject(field, text, wrong(text, reading.reason));
  }

  /** The text as it stands, whatever is wrong with it. */
  peekText(field: ImportField): string | null {
    return this.cell(field).slice(0, LONGEST_TEXT) || null;
  }

  /** The amount, or null without a complaint. */
  peekAmount(field: ImportField, currency: string | null): number | null {
    const text = this.cell(field);
    if (text === '' || currency === null) return null;
    const reading = readAmount(text, currency, this.layout.decimal);
    return reading.ok ? reading.minor : null;
  }

  /** The currency, or null without a complaint. */
  peekCurrency(fallback: string): string | null {
    const code = codeOf(this.cell('currency') || fallback);
    return currencyExponent(code) === null ? null : code;
  }

  currency(fallback: string): string | null {
    const text = this.text('currency');
    if (text === null) return fallback;
    const code = codeOf(text);
    return currencyExponent(code) === null ? this.reject('currency', text, 'currency-unknown') : code;
  }
}

function codeOf(text: string): string {
  return SYMBOLS[text] ?? text.toUpperCase();
}

/** A formula in the place of its result is the file's fault, and told as such. */
function wrong(text: string, reason: RejectionReason): RejectionReason {
  return FORMULA.test(text) ? 'formula' : reason;
}
