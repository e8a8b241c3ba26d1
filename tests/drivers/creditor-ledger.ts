/** What the creditor's own software knows: it never asks Relance. Amounts in minor units. */
export interface Item {
  number: string;
  ref: string;
  issue: string | null;
  due: string;
  total: number;
  left: number;
  currency: string;
}

const decimal = (minor: number): string => (minor / 100).toFixed(2).replace('.', ',');
const lineOf = ({ number, ref, issue, due, total, left, currency }: Item): string =>
  [number, ref, issue ?? '', due, decimal(total), decimal(left), currency].join(';');
/** The list that the creditor exports; of the damaged one the balance cannot be read. */
export const listOf = (items: readonly Item[], damaged?: string): string =>
  [
    'Facture;Code client;Date facture;Échéance;Montant TTC;Solde;Devise',
    ...items.map((item) =>
      item.number === damaged ? lineOf(item).replace(/;[^;]*;([A-Z]{3})$/, ';???;$1') : lineOf(item),
    ),
    '',
  ].join('\n');

/** A week in the creditor's ledger: invoices are paid, paid in part, corrected, sent, and come back after a returned debit. */
export function liveWeek(week: number, open: Item[], gone: Item[]): { open: Item[]; gone: Item[] } {
  const nextGone: Item[] = [];
  const still = open.flatMap((item, index) => {
    if ((index + week) % 11 === 0) {
      nextGone.push(item);
      return [];
    }
    if (item.left > 0 && (index + week) % 7 === 0) return [{ ...item, left: Math.ceil(item.left * 0.7) }];
    if (item.left > 0 && (index + week) % 13 === 0)
      return [{ ...item, total: item.total + 500, left: item.left + 500 }];
    return [item];
  });
  const back = gone.filter((_, index) => (index + week) % 3 === 0);
  const [pattern] = open;
  if (!pattern) throw new Error('nothing is open');
  const fresh = Array.from({ length: 5 }, (_, index) => ({
    ...pattern,
    number: `W${week}-${index}`,
    issue: '2026-11-20',
    due: '2026-12-20',
    total: 12_345 + index,
    left: 12_345 + index,
  }));
  const credit = { ...pattern, number: `AV-${week}`, total: -2_000 - week, left: -2_000 - week };
  return { open: [...still, ...back, ...fresh, credit], gone: nextGone };
}
