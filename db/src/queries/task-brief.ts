import { and, count, desc, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { invoice, organisation, payment, task } from '../schema/index.ts';

/** What came in last from a debtor; null: nothing yet. */
export async function readLastPayment(tx: Tx, organisationId: string, debtorId: string) {
  const [row] = await tx
    .select({ receivedOn: payment.receivedOn, amount: payment.amount, currency: payment.currency })
    .from(payment)
    .where(and(eq(payment.orgId, organisationId), eq(payment.debtorId, debtorId)))
    .orderBy(desc(payment.receivedOn), desc(payment.id))
    .limit(1);
  return row ?? null;
}

/** How many calls to a debtor were made on the organisation's day of an instant, reached or not. */
export async function countCallsOfDay(tx: Tx, organisationId: string, debtorId: string, now: string): Promise<number> {
  const day = (instant: SQL) => sql`(${instant} at time zone ${organisation.timeZone})::date`;
  const [row] = await tx
    .select({ made: count() })
    .from(task)
    .innerJoin(organisation, eq(organisation.id, task.orgId))
    .where(
      and(
        eq(task.orgId, organisationId),
        eq(task.debtorId, debtorId),
        eq(task.kind, 'call'),
        eq(task.status, 'done'),
        eq(day(sql`${task.closedAt}`), day(sql`${now}::timestamptz`)),
      ),
    );
  return row?.made ?? 0;
}

/** What of a debtor's open invoices is contested, by currency: the amount said, else all that is left of an invoice. */
export async function readDisputedSums(
  tx: Tx,
  organisationId: string,
  debtorId: string,
): Promise<{ currency: string; amount: number }[]> {
  const rows = await tx
    .select({
      currency: invoice.currency,
      amount: sql<string>`sum(least(${invoice.balance}, coalesce(${invoice.disputedAmount}, ${invoice.balance})))`,
    })
    .from(invoice)
    .where(
      and(
        eq(invoice.orgId, organisationId),
        eq(invoice.debtorId, debtorId),
        eq(invoice.status, 'open'),
        isNotNull(invoice.disputedAt),
      ),
    )
    .groupBy(invoice.currency)
    .orderBy(invoice.currency);
  return rows.map(({ currency, amount }) => ({ currency, amount: Number(amount) }));
}
