import { Temporal } from 'temporal-polyfill';

export const DATE_FORMATS = ['DD/MM/YYYY', 'M/D/YYYY', 'YYYY-MM-DD'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

// year first, with or without separators; a time of day behind it is left out
const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{2})\2(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/;
const YEAR_LAST = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?: \d{1,2}:\d{2}.*)?$/;

/** A date as `YYYY-MM-DD`, or null when it is none. A date that begins with its year is plain in any format. */
export function readDate(text: string, format: DateFormat): string | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[3], yearFirst[4]);
  const yearLast = YEAR_LAST.exec(text);
  if (!yearLast || format === 'YYYY-MM-DD') return null;
  const [, first, second, year = ''] = yearLast;
  const full = year.length === 2 ? `20${year}` : year;
  return format === 'DD/MM/YYYY' ? dateOf(full, second, first) : dateOf(full, first, second);
}

function dateOf(year?: string, month?: string, day?: string): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (y < 1900 || y > 2200 || m < 1 || m > 12 || d < 1) return null;
  if (d > Temporal.PlainYearMonth.from({ year: y, month: m }).daysInMonth) return null;
  return `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
