import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { enrolment, invoice } from '../schema/index.ts';
import { lockCase, type Case } from './step.ts';

/** An invoice and the case that works it, locked. */
export type InvoiceCase = NonNullable<Awaited<ReturnType<typeof lockInvoiceCase>>>;

/** Locks an invoice, then the enrolment that works it, and reads both; undefined when there is no such invoice. */
export async function lockInvoiceCase(tx: Tx, organisationId: string, invoiceId: string) {
  const [row] = await tx
    .select({
      id: invoice.id,
      debtorId: invoice.debtorId,
      number: invoice.number,
      total: invoice.total,
      balance: invoice.balance,
      currency: invoice.currency,
      status: invoice.status,
      excluded: invoice.excluded,
      disputedAt: invoice.disputedAt,
    })
    .from(invoice)
    .where(and(eq(invoice.orgId, organisationId), eq(invoice.id, invoiceId)))
    .for('no key update');
  if (!row) return undefined;
  const [live] = await tx
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(and(eq(enrolment.orgId, organisationId), eq(enrolment.invoiceId, invoiceId), eq(enrolment.status, 'live')));
  const it: Case | undefined = live && (await lockCase(tx, organisationId, live.id));
  return { ...row, case: it?.status === 'live' ? it : null };
}
