import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { allocation, debtor, invoice, payment } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { poke } from './outbox.ts';
import { settlePaid } from './remainder.ts';

export type LockedPayment = NonNullable<Awaited<ReturnType<typeof lockPayment>>>['payment'];
export type LockedInvoice = NonNullable<Awaited<ReturnType<typeof lockPayment>>>['invoices'][number];

/**
 * Locks the debtors, the invoices named or taken already, and the payment itself, and reads them as they then are.
 * Undefined: there is no such payment.
 */
export async function lockPayment(
  tx: Tx,
  organisationId: string,
  {
    paymentId,
    invoiceIds,
    debtorId = null,
  }: { paymentId: string; invoiceIds: readonly string[]; debtorId?: string | null },
) {
  const mine = and(eq(payment.orgId, organisationId), eq(payment.id, paymentId));
  const [seen] = await tx.select({ debtorId: payment.debtorId }).from(payment).where(mine);
  if (!seen) return undefined;
  const named = sql`any(${sql.param([...invoiceIds])}::uuid[])`;
  await tx.execute(sql`
    select id from debtor
    where org_id = ${organisationId} and (id = any(${sql.param([seen.debtorId, debtorId].filter((id) => id !== null))}::uuid[])
      or id in (select debtor_id from invoice where org_id = ${organisationId} and id = ${named}))
    order by id for no key update`);
  const invoices = await tx
    .select({
      id: invoice.id,
      number: invoice.number,
      debtorId: invoice.debtorId,
      entityId: invoice.entityId,
      currency: invoice.currency,
      total: invoice.total,
      balance: invoice.balance,
    })
    .from(invoice)
    .where(and(eq(invoice.orgId, organisationId), inArray(invoice.id, [...invoiceIds])))
    .orderBy(asc(invoice.id))
    .for('no key update');
  const [found] = await tx
    .select({
      id: payment.id,
      externalId: payment.externalId,
      debtorId: payment.debtorId,
      entityId: payment.entityId,
      currency: payment.currency,
      unallocated: payment.unallocated,
    })
    .from(payment)
    .where(mine)
    .for('no key update');
  const known =
    debtorId === null
      ? []
      : await tx
          .select({ id: debtor.id })
          .from(debtor)
          .where(and(eq(debtor.orgId, organisationId), eq(debtor.id, debtorId)));
  return found && { payment: found, invoices, debtorKnown: debtorId === null || known.length > 0 };
}

export interface Allocating {
  payment: LockedPayment;
  /** The debtor that it came from; null: as it was. */
  debtorId: string | null;
  parts: readonly { invoice: LockedInvoice; amount: number }[];
  reason: string | null;
  actor: string;
  /** Organisation's time. */
  at: string;
}

/** Gives invoices their parts of a payment by hand. The caller holds the locks and has checked the amounts. */
export async function allocatePayment(tx: Tx, organisationId: string, asked: Allocating): Promise<void> {
  const { payment: it, parts, reason, actor, at } = asked;
  const debtorId = asked.debtorId ?? it.debtorId;
  const taken = parts.reduce((sum, { amount }) => sum + amount, 0);
  await tx
    .update(payment)
    .set({ unallocated: it.unallocated - taken, debtorId })
    .where(eq(payment.id, it.id));
  if (parts.length > 0) {
    await tx
      .insert(allocation)
      .values(
        parts.map(({ invoice: { id }, amount }) => ({
          orgId: organisationId,
          paymentId: it.id,
          invoiceId: id,
          amount,
          at,
        })),
      )
      .onConflictDoUpdate({
        target: [allocation.paymentId, allocation.invoiceId],
        set: { amount: sql`${allocation.amount} + excluded.amount` },
      });
  }
  await appendAudit(tx, organisationId, [
    {
      at,
      actor,
      kind: 'payment-allocated',
      debtorId,
      reason,
      ref: it.id,
      data: {
        externalId: it.externalId,
        currency: it.currency,
        unallocated: it.unallocated - taken,
        parts: parts.map(({ invoice: { id, number }, amount }) => ({ invoiceId: id, number, amount })),
      },
    },
  ]);
  await settlePaid(
    tx,
    organisationId,
    parts.map(({ invoice: { id, balance }, amount }) => ({
      invoiceId: id,
      balance: balance - amount,
      paymentId: it.id,
    })),
    { actor, at, cause: it.id },
  );
  // what the debtor has to its credit decides on its messages
  await poke(tx, organisationId, 'debtor', [...new Set([it.debtorId, debtorId].filter((id) => id !== null))]);
}
