import type { Language } from './language.ts';

/** An amount as the api says it: an exact decimal and its currency. */
export type Money = { readonly amount: string; readonly currency: string };

const minus = '\u2212';
export const locales: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

// Intl writes a hyphen where typography wants a minus sign.
const signed = (text: string): string => text.replace(/^-|-(?=[\d\p{Sc}])/u, minus);

export function numberFormats(language: Language) {
  const locale = locales[language];
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const ratio = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const currencies = new Map<string, Intl.NumberFormat>();

  function currencyFormat(currency: string, cents: boolean): Intl.NumberFormat {
    const key = `${currency} ${cents}`;
    let format = currencies.get(key);
    if (!format) {
      const digits = cents ? {} : { maximumFractionDigits: 0, minimumFractionDigits: 0 };
      format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        ...digits,
      });
      currencies.set(key, format);
    }
    return format;
  }

  // The string is passed on as it is: Intl reads decimals exactly, a number would not hold them all.
  const exact = (amount: string) => amount as Intl.StringNumericLiteral;

  return {
    number: (value: number): string => signed(plain.format(value)),
    count: (value: number): string => signed(whole.format(value)),
    list: (items: readonly string[]): string => lists.format(items),
    percent: (share: number): string => signed(ratio.format(share)),
    /** With cents: where a sum is owed or typed. */
    money: (money: Money): string => signed(currencyFormat(money.currency, true).format(exact(money.amount))),
    /** Whole units, with cents where less than one unit is owed: in lists of tasks and in charts. */
    moneyShort: (money: Money): string =>
      signed(currencyFormat(money.currency, Math.abs(Number(money.amount)) < 1).format(exact(money.amount))),
    /** The number alone, as it is typed into a field that shows its currency. */
    amount: (money: Money): string =>
      currencyFormat(money.currency, true)
        .formatToParts(exact(money.amount))
        .filter((part) => part.type !== 'currency' && part.type !== 'literal')
        .map((part) => (part.type === 'minusSign' ? minus : part.value))
        .join(''),
    currencySign: (currency: string): string =>
      currencyFormat(currency, false)
        .formatToParts(0)
        .find((part) => part.type === 'currency')?.value ?? currency,
  };
}
