import { readPayable, recordPayments, type Act, type NewPayment, type PayableInvoice } from '@relance/db/queries';
import { dayOf } from './days.ts';
import { SIMULATED, type Stage } from './stage.ts';

export interface Transfer {
  invoiceIds: readonly string[];
  /** Of what is left to pay. */
  share?: number;
  /** Minor units that the bank keeps. */
  short?: number;
  /** Minor units on top of what is owed. */
  extra?: number;
  /** No reference: the ledger has to find out by the sum. */
  silent?: boolean;
}

/** Money arrives, posted as an ERP posts it: one payment for each ledger and currency, at the act's instant. */
export async function transfer({ tx, organisationId }: Stage, { at }: Act, wanted: Transfer): Promise<string> {
  const open = await readPayable(tx, organisationId, wanted.invoiceIds);
  if (open.length === 0) return 'nothing was left to pay';
  const payments = ledgersOf(open).flatMap((invoices) => paymentOf(invoices, at, wanted) ?? []);
  if (payments.length === 0) return 'nothing was left to pay';
  await recordPayments(tx, organisationId, payments, { actor: SIMULATED, at });
  return `paid ${payments.map(({ externalId }) => externalId).join(', ')}`;
}

function ledgersOf(open: readonly PayableInvoice[]): PayableInvoice[][] {
  const ledgers = new Map<string, PayableInvoice[]>();
  for (const invoice of open) {
    const key = `${invoice.entityId} ${invoice.currency} ${invoice.ref}`;
    ledgers.set(key, [...(ledgers.get(key) ?? []), invoice]);
  }
  return [...ledgers.values()];
}

function paymentOf(
  invoices: readonly PayableInvoice[],
  at: string,
  { share = 1, short = 0, extra = 0, silent = false }: Transfer,
): NewPayment | null {
  const [first] = invoices;
  if (!first) return null;
  const owed = invoices.reduce((sum, { balance }) => sum + balance, 0);
  const amount = Math.round(owed * share) - short + extra;
  if (amount <= 0) return null;
  const numbers = invoices.map(({ number }) => number);
  return {
    externalId: `VIR-${dayOf(at).replaceAll('-', '')}-${first.number}${share < 1 ? '-A' : ''}`,
    receivedOn: dayOf(at),
    amount,
    currency: first.currency,
    entityId: first.entityId,
    debtorRef: first.ref,
    invoiceNumbers: silent ? null : numbers,
    reference: silent ? null : numbers.join(' ').slice(0, 140),
  };
}
