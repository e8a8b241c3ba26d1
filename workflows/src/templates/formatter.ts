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

const known = new Map<Language, Formatter>();

/** Wraps Intl for one language: a true minus sign, French `1er`, the no-break spaces that Intl itself puts. */
export function formatter(language: Language): Formatter {
  const found = known.get(language) ?? makeFormatter(language);
  known.set(language, found);
  return found;
}

// Intl's own formatters are dear to make and cheap to use
function makeFormatter(language: Language): Formatter {
  const locale = LOCALES[language];
  const dates = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return (date) => firstOfMonth(language, format.format(new Date(date)));
  };
  const longDate = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const dayAndMonth = dates({ day: 'numeric', month: 'long' });
  const day = dates({ day: 'numeric' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(locale);
  const amounts = new Map<string, Intl.NumberFormat>();
  const amountsIn = (currency: string): Intl.NumberFormat => {
    const format = amounts.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
    amounts.set(currency, format);
    return format;
  };
  return {
    money: (value) =>
      amountsIn(value.currency)
        .format(Number(formatMoney(value).amount))
        .replaceAll('-', MINUS),
    longDate,
    shortDate: dates({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    number: (value) => numbers.format(value).replaceAll('-', MINUS),
    dateList: (ascending) =>
      list.format(
        ascending.map((date, index) => {
          const next = ascending[index + 1];
          if (next?.slice(0, 7) === date.slice(0, 7)) return day(date);
          return next?.slice(0, 4) === date.slice(0, 4) ? dayAndMonth(date) : longDate(date);
        }),
      ),
  };
}

function firstOfMonth(language: Language, date: string): string {
  return language === 'fr' ? date.replace(/^1(?= |$)/, '1er') : date;
}
