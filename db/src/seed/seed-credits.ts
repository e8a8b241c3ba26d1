import { Temporal } from 'temporal-polyfill';
import type { EntityKey, SeedDebtor } from './seed-debtors.ts';
import type { SeedInvoice } from './seed-invoices.ts';
import type { SeedPayment } from './seed-payments.ts';

/** A credit note that no invoice has taken yet. */
export interface SeedCredit {
  number: string;
  debtor: SeedDebtor;
  entity: EntityKey;
  accountRef: string;
  issueDate: string;
  /** Minor units. */
  amount: number;
  currency: string;
  /** The invoice that it was written for; null: none. */
  invoiceNumber: string | null;
}

/** Debtors with a credit note for their oldest overdue invoice, a fifth of it; with one for nothing in particular. */
const LINKED = ['2/5', '2/7', '9/2'];
const FREE: Record<string, number> = { '1/3': 15_000, '2/8': 8_000, '6/3': 4_500, '10/2': 3_000 };
/** The one whose credit note is larger than all that it owes and is overdue. */
const COVERED = '11/2';
const MORE = 50_000;

/** Eight credit notes: three for an invoice, four free, one that covers its debtor. */
export function seedCredits(
  debtors: readonly SeedDebtor[],
  invoices: readonly SeedInvoice[],
  payments: readonly SeedPayment[],
  firstDay: string,
): SeedCredit[] {
  const issueDate = Temporal.PlainDate.from(firstDay).subtract({ days: 6 }).toString();
  const overdueOf = (debtor: SeedDebtor): SeedInvoice[] =>
    invoices
      .filter((each) => each.debtor === debtor && each.standing === 'overdue')
      .toSorted((one, other) => (one.dueDate < other.dueDate ? -1 : 1));
  const owed = (debtor: SeedDebtor): number => {
    const numbers = new Set(overdueOf(debtor).map(({ number }) => number));
    const paid = payments.filter(({ invoiceNumbers }) => invoiceNumbers?.some((number) => numbers.has(number)));
    return (
      overdueOf(debtor).reduce((sum, { total }) => sum + total, 0) - paid.reduce((sum, { amount }) => sum + amount, 0)
    );
  };
  const drafts = debtors.flatMap(
    (debtor): { debtor: SeedDebtor; amount: number; invoice?: SeedInvoice | undefined }[] => {
      const place = `${debtor.group}/${debtor.index}`;
      const [oldest] = overdueOf(debtor);
      if (LINKED.includes(place)) return [{ debtor, amount: Math.round((oldest?.total ?? 0) / 5), invoice: oldest }];
      if (place === COVERED) return [{ debtor, amount: owed(debtor) + MORE }];
      const free = FREE[place];
      return free === undefined ? [] : [{ debtor, amount: free }];
    },
  );
  return drafts.flatMap(({ debtor, amount, invoice }, index) => {
    const account = invoice ? { entity: invoice.entity, ref: invoice.accountRef } : debtor.accounts[0];
    if (!account) return [];
    return [
      {
        number: `AV-${firstDay.slice(0, 4)}-${String(index + 1).padStart(3, '0')}`,
        debtor,
        entity: account.entity,
        accountRef: account.ref,
        issueDate,
        amount,
        currency: debtor.currency,
        invoiceNumber: invoice?.number ?? null,
      },
    ];
  });
}
