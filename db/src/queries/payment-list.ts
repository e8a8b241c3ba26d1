import { and, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { allocation, payment } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';

export interface PaymentFilters {
  externalId?: string | undefined;
  debtorId?: string | undefined;
  /** Whether something of it is left that no invoice took. */
  unallocated?: boolean | undefined;
}

/** Payments, newest first. */
export function readPayments(
  tx: Tx,
  organisationId: string,
  { filters, page }: { filters: PaymentFilters; page: ListPage },
) {
  const { externalId, debtorId, unallocated } = filters;
  return tx
    .select({
      id: payment.id,
      externalId: payment.externalId,
      receivedOn: payment.receivedOn,
      amount: payment.amount,
      currency: payment.currency,
      entityId: payment.entityId,
      debtorRef: payment.debtorRef,
      invoiceNumbers: payment.invoiceNumbers,
      reference: payment.reference,
      unallocated: payment.unallocated,
    })
    .from(payment)
    .where(
      and(
        eq(payment.orgId, organisationId),
        externalId === undefined ? undefined : eq(payment.externalId, externalId),
        debtorId === undefined ? undefined : eq(payment.debtorId, debtorId),
        unallocated === undefined ? undefined : unallocated ? gt(payment.unallocated, 0) : lte(payment.unallocated, 0),
        after(payment.id, page),
      ),
    )
    .orderBy(desc(payment.id))
    .limit(rowsOf(page));
}

/** What invoices took of these payments. */
export function readAllocations(tx: Tx, organisationId: string, paymentIds: readonly string[]) {
  return tx
    .select({ paymentId: allocation.paymentId, invoiceId: allocation.invoiceId, amount: allocation.amount })
    .from(allocation)
    .where(and(eq(allocation.orgId, organisationId), inArray(allocation.paymentId, [...paymentIds])))
    .orderBy(allocation.id);
}
