import type { Tx } from '@relance/db';
import { appendAudit, nowOf } from '@relance/db/queries';
import { enrolment, mail } from '@relance/db/schema';
import { eq } from 'drizzle-orm';

/** Marks that what cases and debtors went through up to now was before Relance: their mail is not in its mailbox. */
export async function takeOver(tx: Tx, organisationId: string): Promise<void> {
  const at = await nowOf(tx, organisationId);
  const cases = await tx
    .select({ id: enrolment.id, debtorId: enrolment.debtorId, invoiceId: enrolment.invoiceId })
    .from(enrolment)
    .where(eq(enrolment.orgId, organisationId))
    .orderBy(enrolment.id);
  await appendAudit(
    tx,
    organisationId,
    cases.map(({ id, debtorId, invoiceId }) => ({
      at,
      actor: 'system',
      kind: 'history-taken-over',
      enrolmentId: id,
      debtorId,
      invoiceId,
    })),
  );
  await tx.delete(mail).where(eq(mail.orgId, organisationId));
}
