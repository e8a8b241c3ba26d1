import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact } from '../schema/index.ts';
import { waitContacts, type WaitReason } from './contact.ts';

/** Planned contacts that had a slot lose it; what waits for a person already goes on waiting for that. */
export async function suspendContacts(
  tx: Tx,
  organisationId: string,
  of: { enrolmentIds: readonly string[] } | { debtorId: string },
  wait: { waitingFor: WaitReason; reason: string; at: string },
): Promise<void> {
  const rows = await tx
    .select({
      id: contact.id,
      enrolmentId: contact.enrolmentId,
      invoiceId: contact.invoiceId,
      debtorId: contact.debtorId,
      nodeId: contact.nodeId,
      visit: contact.visit,
      waitingFor: contact.waitingFor,
      reason: contact.reason,
    })
    .from(contact)
    .where(
      and(
        eq(contact.orgId, organisationId),
        'debtorId' in of ? eq(contact.debtorId, of.debtorId) : inArray(contact.enrolmentId, [...of.enrolmentIds]),
        eq(contact.status, 'planned'),
        isNotNull(contact.slotAt),
      ),
    )
    .orderBy(contact.id)
    .for('no key update');
  await waitContacts(tx, organisationId, rows, wait);
}
