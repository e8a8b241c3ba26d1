import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { adjustment, allocation, payment } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { poke } from './outbox.ts';
import type { LockedInvoice, LockedPayment } from './payment-allocate.ts';
import { settle } from './settle.ts';

/**
 * Takes an invoice's part of a payment back: the money waits again for an invoice, the invoice is owed again, and a
 * remainder that was written off with it too. An enrolment that has ended stays ended. The caller holds the locks.
 * False: the invoice has no part of it.
 */
export async function unallocatePayment(
  tx: Tx,
  organisationId: string,
  {
    payment: it,
    invoice,
    reason,
    actor,
    at,
  }: { payment: LockedPayment; invoice: LockedInvoice; reason: string; actor: string; at: string },
): Promise<boolean> {
  const [part] = await tx
    .delete(allocation)
    .where(and(eq(allocation.paymentId, it.id), eq(allocation.invoiceId, invoice.id)))
    .returning({ amount: allocation.amount });
  if (!part) return false;
  await tx
    .update(payment)
    .set({ unallocated: it.unallocated + part.amount, debtorId: it.debtorId ?? invoice.debtorId })
    .where(eq(payment.id, it.id));
  const writtenOff = await readWrittenOff(tx, organisationId, invoice.id);
  const before = invoice.balance + part.amount;
  const balance = before + writtenOff;
  if (writtenOff > 0) {
    const row = { orgId: organisationId, invoiceId: invoice.id, before, after: balance, paymentId: it.id, at };
    await tx.insert(adjustment).values(row);
  }
  await appendAudit(tx, organisationId, [
    {
      at,
      actor,
      kind: 'payment-unallocated',
      debtorId: invoice.debtorId,
      invoiceId: invoice.id,
      reason,
      ref: it.id,
      data: {
        externalId: it.externalId,
        currency: it.currency,
        number: invoice.number,
        amount: part.amount,
      },
    },
  ]);
  await settle(tx, organisationId, [{ invoiceId: invoice.id, balance, by: 'money', paymentId: it.id }], { actor, at });
  await poke(tx, organisationId, 'debtor', [invoice.debtorId]);
  return true;
}

/** What remainders of an invoice were written off after payments and have not been taken up again. */
async function readWrittenOff(tx: Tx, organisationId: string, invoiceId: string): Promise<number> {
  const [row] = await tx
    .select({ amount: sql<string>`coalesce(sum(${adjustment.before} - ${adjustment.after}), 0)` })
    .from(adjustment)
    .where(
      and(
        eq(adjustment.orgId, organisationId),
        eq(adjustment.invoiceId, invoiceId),
        sql`${adjustment.paymentId} is not null`,
      ),
    );
  return Number(row?.amount ?? 0);
}
