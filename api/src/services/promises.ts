import type { MadePromise, Span } from '@relance/db/queries';
import type { DecimalMoney } from '@relance/workflows/plan';
import { Temporal } from 'temporal-polyfill';
import { moneyOf } from './money.ts';

/** A promise counts until its grace is over, which no row of holidays stretches beyond this. */
const LONGEST_GRACE_DAYS = 30;

/** The first promised day that can still matter at an instant, or in a span that begins there. */
export function promisesSince(at: string): string {
  return Temporal.PlainDate.from(at.slice(0, 10)).subtract({ days: LONGEST_GRACE_DAYS }).toString();
}

/** Promised for today or before, not kept yet, and not broken yet. */
export function isDue(
  { date, keptAt, brokenAt }: MadePromise,
  { now, today }: { now: string; today: string },
): boolean {
  return keptAt === null && date <= today && brokenAt > now;
}

export function isIn(at: string | null, { from, to }: Span): boolean {
  return at !== null && at > from && at <= to;
}

/** What is promised in all, by currency. */
export function sumPromised(promises: readonly MadePromise[]): DecimalMoney[] {
  const sums = new Map<string, number>();
  for (const { amount } of promises) {
    if (amount) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amount);
  }
  return [...sums].map(([currency, amount]) => moneyOf(amount, currency));
}
