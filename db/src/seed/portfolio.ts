import { seedCredits, type SeedCredit } from './seed-credits.ts';
import { seedDebtors, type SeedDebtor } from './seed-debtors.ts';
import { seedInvoices, type SeedInvoice } from './seed-invoices.ts';
import { seedPayments, type SeedPayment } from './seed-payments.ts';
import { Random } from './random.ts';

export interface Portfolio {
  /** The first day, `YYYY-MM-DD`. */
  firstDay: string;
  seed: number;
  debtors: SeedDebtor[];
  invoices: SeedInvoice[];
  payments: SeedPayment[];
  credits: SeedCredit[];
  /** Numbers of the key accounts' invoices whose order number is wrong or missing: their pay runs leave them out. */
  withoutOrder: string[];
}

export const DEFAULT_SEED = 20_260_101;

const KEY_ACCOUNTS = 7;
const WITHOUT_ORDER = 3;

/** The demo's 60 debtors, 400 invoices and their payments as they stand on the first day: same seed, same portfolio. */
export function buildPortfolio({ seed = DEFAULT_SEED, firstDay }: { seed?: number; firstDay: string }): Portfolio {
  const random = new Random(seed);
  const debtors = seedDebtors();
  const invoices = seedInvoices(random, debtors, firstDay);
  const payments = seedPayments(random, debtors, invoices, firstDay);
  const credits = seedCredits(debtors, invoices, payments, firstDay);
  const withoutOrder = invoices
    .filter(({ debtor, standing }) => debtor.group === KEY_ACCOUNTS && standing === 'overdue')
    .slice(0, WITHOUT_ORDER)
    .map(({ number }) => number);
  return { firstDay, seed, debtors, invoices, payments, credits, withoutOrder };
}
