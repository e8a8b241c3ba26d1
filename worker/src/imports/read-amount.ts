import { parseMoney } from '@relance/workflows/plan';

export const DECIMALS = [',', '.'] as const;
export type DecimalSign = (typeof DECIMALS)[number];

export type AmountReading = { ok: true; minor: number } | { ok: false; reason: 'not-a-number' | 'decimals' | 'digits' };

// spaces of every width, apostrophes of Swiss ledgers, and currency signs around the number
const NOISE = /[\s\u00a0\u2007\u2009\u202f'’]|€|£|\$|EUR|GBP|USD|CHF/gi;

/** The bare number, its sign in front: a minus behind it or brackets around it mean negative too. */
export function bareNumber(text: string): string {
  const bare = text.replaceAll(NOISE, '').replaceAll('−', '-');
  const bracketed = /^\((.*)\)$/.exec(bare);
  if (bracketed) return `-${bracketed[1] ?? ''}`;
  return bare.endsWith('-') ? `-${bare.slice(0, -1)}` : bare.replace(/^\+/, '');
}

/** Reads an amount of a ledger exactly into minor units; the sign that is not the decimal one may only group thousands. */
export function readAmount(text: string, currency: string, decimal: DecimalSign): AmountReading {
  const bare = bareNumber(text);
  const group = decimal === ',' ? '.' : ',';
  const [whole = '', ...decimals] = bare.split(decimal);
  const grouped = whole.includes(group) ? /^-?\d{1,3}(?:[.,]\d{3})+$/.test(whole) : /^-?\d+$/.test(whole);
  const fraction = decimals.join(decimal);
  if (!grouped || decimals.length > 1 || (decimals.length === 1 && !/^\d+$/.test(fraction))) {
    return { ok: false, reason: 'not-a-number' };
  }
  const digits = whole.replaceAll(group, '');
  // zeros behind the currency's own decimals say nothing
  const amount = fraction ? `${digits}.${fraction}`.replace(/0+$/, '').replace(/\.$/, '') : digits;
  const money = parseMoney({ amount, currency });
  if (money) return { ok: true, minor: money.amount };
  return { ok: false, reason: amount.replace(/\D/g, '').length > 12 ? 'digits' : 'decimals' };
}
