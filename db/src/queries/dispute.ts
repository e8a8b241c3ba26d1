import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { enrolment, invoice } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { suspendContacts } from './contact-suspend.ts';
import { releaseWaits } from './contact.ts';
import { commandCases, type CommandContext } from './enrolment-command.ts';
import type { InvoiceCase } from './invoice-case.ts';
import { poke } from './outbox.ts';

/** What somebody contests. */
export interface Dispute {
  invoiceId: string;
  debtorId: string;
  currency: string;
  /** Of the case that works the invoice. */
  enrolmentId: string | null;
  reason: string;
  /** The contested part, in minor units; null: all of it. */
  amount: number | null;
}

/**
 * Marks invoices as disputed: no message asks for them until that is settled. The caller holds the locks of invoices and
 * enrolments.
 */
export async function markDisputed(
  tx: Tx,
  organisationId: string,
  disputes: readonly Dispute[],
  { actor, at }: { actor: string; at: string },
): Promise<void> {
  if (disputes.length === 0) return;
  await tx.execute(sql`
    update invoice set disputed_at = coalesce(disputed_at, ${at}), dispute_reason = x.reason, disputed_amount = x.amount
    from jsonb_to_recordset(${JSON.stringify(disputes)}::jsonb) as x ("invoiceId" uuid, reason text, amount bigint)
    where invoice.id = x."invoiceId" and invoice.org_id = ${organisationId}`);
  await appendAudit(
    tx,
    organisationId,
    disputes.map(({ invoiceId, debtorId, enrolmentId, reason, amount, currency }) => ({
      at,
      actor,
      kind: 'invoice-disputed',
      debtorId,
      invoiceId,
      enrolmentId,
      reason,
      data: amount === null ? {} : { amount, currency },
    })),
  );
  for (const { enrolmentId, reason } of disputes) {
    const enrolmentIds = enrolmentId === null ? [] : [enrolmentId];
    await suspendContacts(tx, organisationId, { enrolmentIds }, { waitingFor: 'dispute', reason, at });
  }
  await poke(tx, organisationId, 'debtor', [...new Set(disputes.map(({ debtorId }) => debtorId))]);
}

/** Marks one invoice as disputed and holds its case, until the dispute is settled, not until a day. */
export async function disputeInvoice(
  tx: Tx,
  organisationId: string,
  { id: invoiceId, debtorId, currency, case: it }: InvoiceCase,
  { reason, amount }: { reason: string; amount: number | null },
  { actor, at }: { actor: string; at: string },
): Promise<void> {
  const enrolmentId = it?.id ?? null;
  await markDisputed(tx, organisationId, [{ invoiceId, debtorId, currency, enrolmentId, reason, amount }], {
    actor,
    at,
  });
  if (it === null || it.held || it.closing !== null) return;
  await commandCases(tx, organisationId, [it], { type: 'hold', until: null, untilAt: null }, { actor, reason, at });
}

/** The dispute is settled: what waited for it leaves again, and a case that was held for it goes on. */
export async function settleDispute(
  tx: Tx,
  organisationId: string,
  { id: invoiceId, debtorId, case: it }: InvoiceCase,
  { actor, reason, at }: CommandContext,
): Promise<void> {
  await tx
    .update(invoice)
    .set({ disputedAt: null, disputeReason: null, disputedAmount: null })
    .where(and(eq(invoice.orgId, organisationId), eq(invoice.id, invoiceId)));
  const enrolmentId = it?.id ?? null;
  await appendAudit(tx, organisationId, [
    { at, actor, kind: 'dispute-settled', debtorId, invoiceId, enrolmentId, reason },
  ]);
  if (it === null) return;
  // a person's hold has a day; one without a day was the dispute's
  const [row] = await tx.select({ heldUntil: enrolment.heldUntil }).from(enrolment).where(eq(enrolment.id, it.id));
  if (it.held && it.closing === null && row?.heldUntil === null) {
    await commandCases(tx, organisationId, [it], { type: 'resume' }, { actor, reason, at });
  }
  await releaseWaits(tx, organisationId, { waitingFor: 'dispute', enrolmentIds: [it.id] }, at);
}
