import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, invoice } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { suspendContacts } from './contact-suspend.ts';
import { releaseWaits } from './contact.ts';
import type { CommandContext } from './enrolment-command.ts';
import { poke } from './outbox.ts';
import type { InvoiceCase } from './invoice-case.ts';

/** Keeps a debtor out of all reminders, or lets it in again. What is planned stops at once. The caller holds its lock. */
export async function excludeDebtor(
  tx: Tx,
  organisationId: string,
  { debtorId, excluded }: { debtorId: string; excluded: boolean },
  { actor, reason, at }: CommandContext,
): Promise<void> {
  await tx
    .update(debtor)
    .set({ excluded, excludedReason: excluded ? reason : null })
    .where(and(eq(debtor.orgId, organisationId), eq(debtor.id, debtorId)));
  const kind = excluded ? 'debtor-excluded' : 'debtor-included';
  await appendAudit(tx, organisationId, [{ at, actor, kind, debtorId, reason }]);
  if (excluded) await suspendContacts(tx, organisationId, { debtorId }, { waitingFor: 'exclusion', reason, at });
  else await releaseWaits(tx, organisationId, { waitingFor: 'exclusion', debtorIds: [debtorId] }, at);
  await poke(tx, organisationId, 'debtor', [debtorId]);
}

/** The same for one invoice: scenarios take it no more, and what one has planned for it waits. */
export async function excludeInvoice(
  tx: Tx,
  organisationId: string,
  { id: invoiceId, debtorId, case: it }: InvoiceCase,
  excluded: boolean,
  { actor, reason, at }: CommandContext,
): Promise<void> {
  await tx
    .update(invoice)
    .set({ excluded, excludedReason: excluded ? reason : null })
    .where(and(eq(invoice.orgId, organisationId), eq(invoice.id, invoiceId)));
  const kind = excluded ? 'invoice-excluded' : 'invoice-included';
  const enrolmentId = it?.id ?? null;
  await appendAudit(tx, organisationId, [{ at, actor, kind, debtorId, invoiceId, enrolmentId, reason }]);
  const enrolmentIds = it ? [it.id] : [];
  if (excluded) await suspendContacts(tx, organisationId, { enrolmentIds }, { waitingFor: 'exclusion', reason, at });
  else await releaseWaits(tx, organisationId, { waitingFor: 'exclusion', enrolmentIds }, at);
  await poke(tx, organisationId, 'debtor', [debtorId]);
}
