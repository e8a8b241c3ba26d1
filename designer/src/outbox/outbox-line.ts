import type { OutboxGroup } from './outbox.ts';

type Money = OutboxGroup['amount'];
type Risk = OutboxGroup['risks'][number];

/** All that is planned for one debtor in a view: what a person reads and decides together. */
export interface OutboxLine {
  id: string;
  name: string;
  groups: OutboxGroup[];
  contactIds: string[];
  invoices: number;
  /** One sum a currency. */
  amounts: Money[];
  risks: Risk[];
}

const RISKS: readonly Risk[] = ['largest', 'first-contact', 'gravest'];

/** Groups by debtor, in the order in which their debtors come first. */
export function linesOf(groups: readonly OutboxGroup[]): OutboxLine[] {
  const byDebtor = new Map<string, OutboxGroup[]>();
  for (const group of groups) {
    const mine = byDebtor.get(group.debtor.id);
    // a page that moved while it was read may bring a group twice
    if (!mine) byDebtor.set(group.debtor.id, [group]);
    else if (!mine.some((other) => isSame(other, group))) mine.push(group);
  }
  return [...byDebtor.values()].flatMap((mine) => lineOf(mine));
}

function lineOf(groups: OutboxGroup[]): OutboxLine[] {
  const [first] = groups;
  if (!first) return [];
  return [
    {
      id: first.debtor.id,
      name: first.debtor.name,
      groups,
      contactIds: groups.flatMap(({ contactIds }) => contactIds),
      invoices: groups.reduce((sum, { invoices }) => sum + invoices, 0),
      amounts: sumsOf(groups.map(({ amount }) => amount)),
      risks: RISKS.filter((risk) => groups.some(({ risks }) => risks.includes(risk))),
    },
  ];
}

const isSame = (one: OutboxGroup, other: OutboxGroup): boolean =>
  one.entity.id === other.entity.id && one.amount.currency === other.amount.currency;

/** Sums by currency, exact: amounts are texts with a point. */
export function sumsOf(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, { minor: bigint; decimals: number }>();
  for (const { amount, currency } of amounts) {
    const decimals = amount.split('.')[1]?.length ?? 0;
    const sum = sums.get(currency) ?? { minor: 0n, decimals };
    sums.set(currency, { minor: sum.minor + BigInt(amount.replace('.', '')), decimals });
  }
  return [...sums].map(([currency, { minor, decimals }]) => {
    const digits = String(minor).padStart(decimals + 1, '0');
    const cut = digits.length - decimals;
    return { currency, amount: decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}` };
  });
}

/** The line that comes after one, else the one before it: where reading goes on when it is decided. */
export function lineAfter(lines: readonly OutboxLine[], id: string): string | undefined {
  const index = lines.findIndex((line) => line.id === id);
  return (lines[index + 1] ?? lines[index - 1])?.id;
}
