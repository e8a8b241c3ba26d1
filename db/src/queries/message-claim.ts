import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact, message, messageInvoice } from '../schema/index.ts';

export interface Reservation {
  message: Omit<
    typeof message.$inferInsert,
    'orgId' | 'status' | 'fence' | 'leaseUntil' | 'recordedAt' | 'handedOverAt' | 'settledAt' | 'reason'
  > & { id: string };
  invoices: { invoiceId: string; demanded: boolean; balance: number }[];
  contactIds: string[];
  leaseMs: number;
}

const leaseFor = (ms: number) => sql`clock_timestamp() + ${ms} * interval '1 millisecond'`;

/** Freezes a message with its invoices and takes its contacts. */
export async function reserveMessage(tx: Tx, organisationId: string, reservation: Reservation): Promise<void> {
  const { message: row, invoices, contactIds, leaseMs } = reservation;
  await tx.insert(message).values({ ...row, orgId: organisationId, status: 'reserved', leaseUntil: leaseFor(leaseMs) });
  await tx
    .insert(messageInvoice)
    .values(invoices.map((each) => ({ ...each, messageId: row.id, orgId: organisationId })));
  await tx
    .update(contact)
    .set({ status: 'reserved', messageId: row.id, waitingFor: null, reason: null })
    .where(inArray(contact.id, contactIds));
}

/** Takes back a message that certainly did not leave; its contacts must have been planned again before. */
export async function removeMessage(tx: Tx, messageId: string): Promise<void> {
  await tx.update(contact).set({ messageId: null }).where(eq(contact.messageId, messageId));
  await tx.delete(messageInvoice).where(eq(messageInvoice.messageId, messageId));
  await tx.delete(message).where(eq(message.id, messageId));
}

/**
 * Turns a reservation into an attempt. One whose lease ran out not longer than `graceMs` ago may still be taken up: it
 * stood in a queue, nobody has released it, and the caller has looked at its facts. Null: there is nothing to claim.
 */
export async function claimMessage(
  tx: Tx,
  { messageId, leaseMs, graceMs }: { messageId: string; leaseMs: number; graceMs: number },
) {
  const [row] = await tx
    .update(message)
    .set({
      status: 'attempting',
      fence: sql`${message.fence} + 1`,
      attempts: sql`${message.attempts} + 1`,
      leaseUntil: leaseFor(leaseMs),
    })
    .where(
      and(
        eq(message.id, messageId),
        eq(message.status, 'reserved'),
        sql`${message.leaseUntil} > clock_timestamp() - ${graceMs} * interval '1 millisecond'`,
      ),
    )
    .returning();
  return row ?? null;
}

export interface AttemptEnd {
  messageId: string;
  /** Of the claim that this ends; another one has taken over when it does not match. */
  fence: number;
  status: 'handed-over' | 'refused' | 'bounced' | 'unknown';
  reason: string | null;
  /** Organisation's time. */
  at: string;
}

/** Ends an attempt. False when the claim is no longer the caller's: then nothing was written. */
export async function endAttempt(tx: Tx, { messageId, fence, status, reason, at }: AttemptEnd): Promise<boolean> {
  const rows = await tx
    .update(message)
    .set({
      status,
      reason,
      leaseUntil: null,
      settledAt: at,
      // one whose fate is unknown may have arrived: the distance to the next demand counts from here
      handedOverAt: status === 'refused' || status === 'bounced' ? null : at,
    })
    .where(and(eq(message.id, messageId), eq(message.status, 'attempting'), eq(message.fence, fence)))
    .returning({ id: message.id });
  return rows.length > 0;
}

/** After a passing failure: reserved again, to be looked at when the pause is over. False as for `endAttempt`. */
export async function pauseMessage(
  tx: Tx,
  { messageId, fence, reason, pauseMs }: { messageId: string; fence: number; reason: string; pauseMs: number },
): Promise<boolean> {
  const rows = await tx
    .update(message)
    .set({ status: 'reserved', reason, leaseUntil: leaseFor(pauseMs) })
    .where(and(eq(message.id, messageId), eq(message.status, 'attempting'), eq(message.fence, fence)))
    .returning({ id: message.id });
  return rows.length > 0;
}
