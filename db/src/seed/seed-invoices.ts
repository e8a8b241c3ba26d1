import { Temporal } from 'temporal-polyfill';
import { GROUPS, type Group } from './group.ts';
import type { Random } from './random.ts';
import type { EntityKey, SeedDebtor } from './seed-debtors.ts';

export interface SeedInvoice {
  number: string;
  debtor: SeedDebtor;
  entity: EntityKey;
  accountRef: string;
  issueDate: string;
  dueDate: string;
  /** Minor units. */
  total: number;
  currency: string;
  /** How it stands on the first day. */
  standing: 'paid' | 'not-due' | 'overdue';
}

type Draft = Omit<SeedInvoice, 'number'>;

/** The 400 invoices of the table, numbered by ledger and year in the order of their dates. */
export function seedInvoices(random: Random, debtors: readonly SeedDebtor[], firstDay: string): SeedInvoice[] {
  const drafts = GROUPS.flatMap((group) =>
    draftsOf(
      random,
      group,
      debtors.filter((debtor) => debtor.group === group.no),
      Temporal.PlainDate.from(firstDay),
    ),
  );
  return number(drafts);
}

function draftsOf(random: Random, group: Group, debtors: readonly SeedDebtor[], firstDay: Temporal.PlainDate): Draft[] {
  const [least, most] = group.amounts;
  const turns = new Map<string, number>();
  let dealt = 0;
  const draft = (standing: Draft['standing'], due: Temporal.PlainDate): Draft[] => {
    const debtor = debtors[dealt % debtors.length];
    if (!debtor) return [];
    const turn = turns.get(debtor.name) ?? 0;
    turns.set(debtor.name, turn + 1);
    const account = debtor.accounts[turn % debtor.accounts.length] ?? debtor.accounts[0];
    if (!account) return [];
    dealt += 1;
    const range = amountsOf(debtor, least, most);
    return [
      {
        debtor,
        entity: account.entity,
        accountRef: account.ref,
        issueDate: due.subtract({ days: group.termDays }).toString(),
        dueDate: due.toString(),
        total: random.between(...range),
        currency: debtor.currency,
        standing,
      },
    ];
  };
  return [
    ...group.ages.flatMap((age) => draft('overdue', firstDay.subtract({ days: random.between(...age) }))),
    ...repeat(group.notDue, () => draft('not-due', firstDay.add({ days: random.between(1, group.termDays - 1) }))),
    ...repeat(group.paid, () => draft('paid', firstDay.subtract({ days: random.between(...paidDue(group)) }))),
  ];
}

/** Small balances: none is over 150 in all, the last under 30. */
function amountsOf({ group, index }: SeedDebtor, least: number, most: number): [from: number, to: number] {
  if (group !== 8) return [least, most];
  return (
    [
      [3_000, 4_900],
      [1_000, 3_500],
      [least, 1_200],
    ] as const
  )[index] as [number, number];
}

/** Days before the first day at which paid invoices fell due, so that their payments have arrived by then. */
function paidDue({ paysAfter: [, latest] }: Group): [from: number, to: number] {
  const soonest = Math.max(1, latest + 1);
  return [soonest, soonest + 90];
}

function repeat<Item>(count: number, make: () => Item[]): Item[] {
  return Array.from({ length: count }, make).flat();
}

const PREFIX: Record<EntityKey, string> = { sas: 'AL', services: 'LS' };

function number(drafts: readonly Draft[]): SeedInvoice[] {
  const counts = new Map<string, number>();
  return drafts
    .toSorted((one, other) => (one.issueDate < other.issueDate ? -1 : Number(one.issueDate > other.issueDate)))
    .map((draft) => {
      const series = `${PREFIX[draft.entity]}-${draft.issueDate.slice(0, 4)}`;
      const count = (counts.get(series) ?? 0) + 1;
      counts.set(series, count);
      return { number: `${series}-${String(count).padStart(4, '0')}`, ...draft };
    });
}
