import { and, desc, eq, gt, inArray, lte, or } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { allocation, debtor, invoice, payment } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';
import { textIn } from './text-in.ts';

export interface PaymentFilters {
  externalId?: string | undefined;
  debtorId?: string | undefined;
  /** Whether something of it is left that no invoice took. */
  unallocated?: boolean | undefined;
  /** Part of the payer's name, of a reference or of the payment's own number. */
  search?: string | undefined;
}

function selectPayments(tx: Tx) {
  return tx
    .select({
      id: payment.id,
      externalId: payment.externalId,
      receivedOn: payment.receivedOn,
      amount: payment.amount,
      currency: payment.currency,
      entityId: payment.entityId,
      debtor: { id: debtor.id, name: debtor.name },
      debtorRef: payment.debtorRef,
      invoiceNumbers: payment.invoiceNumbers,
      reference: payment.reference,
      unallocated: payment.unallocated,
    })
    .from(payment)
    .leftJoin(debtor, eq(debtor.id, payment.debtorId))
    .$dynamic();
}

export type ListedPayment = Awaited<ReturnType<typeof readPayments>>[number];

/** Payments, newest first. */
export function readPayments(
  tx: Tx,
  organisationId: string,
  { filters, page }: { filters: PaymentFilters; page: ListPage },
) {
  const { externalId, debtorId, unallocated, search } = filters;
  return selectPayments(tx)
    .where(
      and(
        eq(payment.orgId, organisationId),
        externalId === undefined ? undefined : eq(payment.externalId, externalId),
        debtorId === undefined ? undefined : eq(payment.debtorId, debtorId),
        unallocated === undefined ? undefined : unallocated ? gt(payment.unallocated, 0) : lte(payment.unallocated, 0),
        search === undefined
          ? undefined
          : or(
              textIn(debtor.name, search),
              textIn(payment.externalId, search),
              textIn(payment.reference, search),
              textIn(payment.debtorRef, search),
            ),
        after(payment.id, page),
      ),
    )
    .orderBy(desc(payment.id))
    .limit(rowsOf(page));
}

export async function findPayment(tx: Tx, organisationId: string, id: string): Promise<ListedPayment | undefined> {
  const [row] = await selectPayments(tx).where(and(eq(payment.orgId, organisationId), eq(payment.id, id)));
  return row;
}

/** What invoices took of these payments. */
export function readAllocations(tx: Tx, organisationId: string, paymentIds: readonly string[]) {
  return tx
    .select({
      paymentId: allocation.paymentId,
      invoiceId: allocation.invoiceId,
      number: invoice.number,
      amount: allocation.amount,
    })
    .from(allocation)
    .innerJoin(invoice, eq(invoice.id, allocation.invoiceId))
    .where(and(eq(allocation.orgId, organisationId), inArray(allocation.paymentId, [...paymentIds])))
    .orderBy(allocation.id);
}
