import type { Language } from '../messages/text.ts';
import { formatMoney } from '../money/money.ts';
import type { Money } from '../plan/plan.ts';

export interface Formatter {
  money(value: Money): string;
  /** `2026-12-01` → "1er décembre 2026" / "1 December 2026". */
  longDate(date: string): string;
  /** `2026-12-01` → "01/12/2026". */
  shortDate(date: string): string;
  number(value: number): string;
  /** "3 et 12 mai 2026": month and year are said once where they repeat. Dates ascending. */
  dateList(dates: readonly string[]): string;
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;
const MINUS = '\u2212';

/** Wraps Intl for one language: a true minus sign, French `1er`, the no-break spaces that Intl itself puts. */
export function formatter(language: Language): Formatter {
  const locale = LOCALES[language];
  const dates = (options: Intl.DateTimeFormatOptions, date: string): string =>
    firstOfMonth(language, new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(date)));
  const longDate = (date: string): string => dates({ day: 'numeric', month: 'long', year: 'numeric' }, date);
  return {
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency })
        .format(Number(formatMoney({ amount, currency }).amount))
        .replaceAll('-', MINUS),
    longDate,
    shortDate: (date) => dates({ day: '2-digit', month: '2-digit', year: 'numeric' }, date),
    number: (value) => new Intl.NumberFormat(locale).format(value).replaceAll('-', MINUS),
    dateList: (list) => {
      const parts = list.map((date, index) => {
        const next = list[index + 1];
        if (next?.slice(0, 7) === date.slice(0, 7)) return dates({ day: 'numeric' }, date);
        if (next?.slice(0, 4) === date.slice(0, 4)) return dates({ day: 'numeric', month: 'long' }, date);
        return longDate(date);
      });
      return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);
    },
  };
}

function firstOfMonth(language: Language, date: string): string {
  return language === 'fr' ? date.replace(/^1(?= |$)/, '1er') : date;
}
