import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { findDebtor, findInvoice, readDay, readInvoices, type ListedInvoice } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import type * as schemas from '../schemas/invoice.ts';
import { listFrom } from '../schemas/list.ts';
import { daysBetween } from './days.ts';
import { moneyOf } from './money.ts';
import { ownerSeen, requireOwn } from './own-customers.ts';

type Invoice = z.infer<typeof schemas.invoice>;

export function listInvoices(
  { caller, work }: Allowed,
  { limit, cursor, ...filters }: z.infer<typeof schemas.invoiceList>,
): Promise<z.infer<typeof schemas.invoices>> {
  const page = { limit, cursor };
  return work(async (tx) => {
    const { today } = await readDay(tx, caller.organisationId);
    const { items, nextCursor } = listFrom(
      await readInvoices(tx, caller.organisationId, { filters: { ...filters, owner: ownerSeen(caller) }, page, today }),
      page,
    );
    return { items: items.map((row) => invoiceOf(row, today)), nextCursor };
  });
}

export function getInvoice({ caller, work }: Allowed, { id }: z.infer<typeof schemas.invoiceGet>): Promise<Invoice> {
  return work(async (tx) => {
    const invoice = await readInvoice(tx, caller.organisationId, id);
    const debtor = await findDebtor(tx, caller.organisationId, invoice.debtor.id);
    requireOwn(caller, debtor?.owner ?? null, 'invoice');
    return invoice;
  });
}

/** One invoice as people see it. */
export async function readInvoice(tx: Tx, organisationId: string, id: string): Promise<Invoice> {
  const { today } = await readDay(tx, organisationId);
  const row = await findInvoice(tx, organisationId, id);
  if (!row) throw notFound('invoice');
  return invoiceOf(row, today);
}

function invoiceOf(
  { currency, total, balance, disputedAt, disputeReason, disputedAmount, ...row }: ListedInvoice,
  today: string,
): Invoice {
  return {
    ...row,
    total: moneyOf(total, currency),
    balance: moneyOf(balance, currency),
    daysOverdue: daysBetween(row.dueDate, today),
    dispute:
      disputedAt === null
        ? null
        : {
            at: disputedAt,
            reason: disputeReason ?? '',
            amount: disputedAmount === null ? null : moneyOf(disputedAmount, currency),
          },
  };
}
