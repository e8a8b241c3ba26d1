import type { ImportFigure } from '../schema/index.ts';

/** Counts rows of one currency in. */
export function addTo(figure: ImportFigure, currency: string, amount: number, count = 1): void {
  figure.count += count;
  const known = figure.sums.find((each) => each.currency === currency);
  if (known) known.amount += amount;
  else figure.sums.push({ currency, amount });
}
