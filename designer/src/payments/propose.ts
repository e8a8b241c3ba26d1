import type { Money } from '../i18n/index.ts';

/** What a proposal looks at of an open invoice. */
export interface Owed {
  id: string;
  dueDate: string;
  balance: Money;
}

const minorOf = (amount: string): bigint => BigInt(amount.replace('.', ''));

function decimalOf(minor: bigint, like: string): string {
  const decimals = like.split('.')[1]?.length ?? 0;
  const digits = String(minor < 0n ? -minor : minor).padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return (minor < 0n ? '-' : '') + (decimals > 0 ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits);
}

/** How money may be meant: one invoice of exactly that sum, else the oldest first, each up to what is left of it. */
export function proposeParts(money: Money, invoices: readonly Owed[]): Record<string, string> {
  const mine = invoices
    .filter(({ balance }) => balance.currency === money.currency)
    .toSorted((one, other) => one.dueDate.localeCompare(other.dueDate) || one.id.localeCompare(other.id));
  const exact = mine.find(({ balance }) => balance.amount === money.amount);
  if (exact) return { [exact.id]: money.amount };
  let left = minorOf(money.amount);
  const parts: Record<string, string> = {};
  for (const { id, balance } of mine) {
    const owed = minorOf(balance.amount);
    const part = owed < left ? owed : left;
    if (part <= 0n) break;
    parts[id] = decimalOf(part, money.amount);
    left -= part;
  }
  return parts;
}

/** What is left of money after these parts; below zero: they are too much. */
export function leftOf(money: Money, parts: Readonly<Record<string, string | null>>): Money {
  const taken = Object.values(parts).reduce((sum, part) => sum + (part ? minorOf(part) : 0n), 0n);
  return { ...money, amount: decimalOf(minorOf(money.amount) - taken, money.amount) };
}
