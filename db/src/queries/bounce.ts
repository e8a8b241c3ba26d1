import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact, message, person } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { openAddressTasks } from './contact-address.ts';
import { contactEntry } from './contact.ts';
import { usableAddress } from './usable-address.ts';

export interface BouncedAddresses {
  debtorId: string;
  addresses: readonly string[];
  messageId: string | null;
  /** What the mail server said. */
  reason: string;
  actor: string;
  /** Organisation's time. */
  at: string;
}

/**
 * Keeps addresses that take no mail from being used again and, where the debtor has no other, asks a person for one.
 * Returns whether somebody can still be written to. The caller holds the debtor's lock.
 */
export async function bounceAddresses(
  tx: Tx,
  organisationId: string,
  { debtorId, addresses, messageId, reason, actor, at }: BouncedAddresses,
): Promise<boolean> {
  const bounced = await tx
    .update(person)
    .set({ emailStatus: 'bounced' })
    .where(
      and(
        eq(person.orgId, organisationId),
        eq(person.debtorId, debtorId),
        eq(person.emailStatus, 'usable'),
        inArray(
          sql`lower(btrim(${person.email}))`,
          addresses.map((address) => address.trim().toLowerCase()),
        ),
      ),
    )
    .returning({ id: person.id });
  await appendAudit(
    tx,
    organisationId,
    bounced.map(({ id: ref }) => ({ at, actor, kind: 'address-bounced', debtorId, messageId, ref, reason })),
  );
  const { rows } = await tx.execute(sql`
    select 1 from person p where p.org_id = ${organisationId} and p.debtor_id = ${debtorId} and ${usableAddress} limit 1`);
  const reachable = rows.length > 0;
  if (!reachable) await openAddressTasks(tx, organisationId, [debtorId], at);
  return reachable;
}

export interface Bounce {
  messageId: string;
  reason: string;
  actor: string;
  at: string;
}

/**
 * A message that was handed over came back: it counts as not made, so its contacts say "not sent" and it keeps no distance
 * to the next one. Its cases went on when it was handed over and get no event. False when it is not one that could bounce.
 * The caller holds the debtor's lock.
 */
export async function recordBounce(
  tx: Tx,
  organisationId: string,
  { messageId, reason, actor, at }: Bounce,
): Promise<boolean> {
  const [bounced] = await tx
    .update(message)
    .set({ status: 'bounced', reason: reason.slice(0, 300) })
    .where(
      and(
        eq(message.orgId, organisationId),
        eq(message.id, messageId),
        inArray(message.status, ['handed-over', 'delivered', 'unknown']),
      ),
    )
    .returning({ debtorId: message.debtorId, to: message.to });
  if (!bounced) return false;
  const contacts = await tx
    .update(contact)
    .set({ status: 'not-sent', reason: 'bounced', sentAt: null })
    .where(
      and(
        eq(contact.orgId, organisationId),
        eq(contact.messageId, messageId),
        inArray(contact.status, ['sent', 'unknown']),
      ),
    )
    .returning({
      id: contact.id,
      enrolmentId: contact.enrolmentId,
      invoiceId: contact.invoiceId,
      debtorId: contact.debtorId,
      nodeId: contact.nodeId,
      visit: contact.visit,
    });
  await appendAudit(
    tx,
    organisationId,
    contacts.map((row) => ({ ...contactEntry(row, 'message-bounced', { at, reason, messageId }), actor })),
  );
  await bounceAddresses(tx, organisationId, {
    debtorId: bounced.debtorId,
    addresses: bounced.to,
    messageId,
    reason,
    actor,
    at,
  });
  return true;
}
