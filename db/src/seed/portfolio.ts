import { seedDebtors, type SeedDebtor } from './seed-debtors.ts';
import { seedInvoices, type SeedInvoice } from './seed-invoices.ts';
import { seedPayments, type SeedPayment } from './seed-payments.ts';
import { Random } from './random.ts';

export interface Portfolio {
  /** The first day, `YYYY-MM-DD`. */
  firstDay: string;
  debtors: SeedDebtor[];
  invoices: SeedInvoice[];
  payments: SeedPayment[];
}

export const DEFAULT_SEED = 20_260_101;

/** The demo's 60 debtors, 400 invoices and their payments as they stand on the first day: same seed, same portfolio. */
export function buildPortfolio({ seed = DEFAULT_SEED, firstDay }: { seed?: number; firstDay: string }): Portfolio {
  const random = new Random(seed);
  const debtors = seedDebtors();
  const invoices = seedInvoices(random, debtors, firstDay);
  const payments = seedPayments(random, debtors, invoices, firstDay);
  return { firstDay, debtors, invoices, payments };
}
