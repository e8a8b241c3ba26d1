import type { Money } from '../plan/plan.ts';
import { currencyExponent } from './currency.ts';

/** Money as people and other systems write it: a decimal string, never a float. */
export interface DecimalMoney {
  amount: string;
  currency: string;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const MOST_DIGITS = 12;

/**
 * Reads `{ amount: "1234.56", currency: "EUR" }` exactly into minor units.
 * Null when the currency is unknown, the text no plain decimal, it has more decimals than the currency or over 12 digits.
 */
export function parseMoney(value: DecimalMoney): Money | null {
  const exponent = currencyExponent(value.currency);
  const match = DECIMAL.exec(value.amount);
  if (exponent === null || match === null) return null;
  const [, sign = '', whole = '', decimals = ''] = match;
  if (decimals.length > exponent || whole.length + decimals.length > MOST_DIGITS) return null;
  const minor = Number(whole + decimals.padEnd(exponent, '0'));
  if (!Number.isSafeInteger(minor)) return null;
  return { amount: sign === '-' && minor !== 0 ? -minor : minor, currency: value.currency };
}

/** Writes minor units as a decimal string with exactly the currency's decimals; an unknown currency is a RangeError. */
export function formatMoney(money: Money): DecimalMoney {
  const exponent = currencyExponent(money.currency);
  if (exponent === null) throw new RangeError(`Unknown currency: ${money.currency}`);
  if (!Number.isSafeInteger(money.amount)) throw new RangeError('Money is a safe integer of minor units');
  const digits = String(Math.abs(money.amount)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const decimals = exponent === 0 ? '' : `.${digits.slice(-exponent)}`;
  return { amount: `${money.amount < 0 ? '-' : ''}${whole}${decimals}`, currency: money.currency };
}
