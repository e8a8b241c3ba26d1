import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact, message, task } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { contactEntry } from './contact.ts';

const OUTCOMES = [
  { id: 'arrived', label: 'outcome.arrived', fields: [] },
  { id: 'lost', label: 'outcome.lost', fields: [] },
];

/** Opens the task that asks a person what became of a message: exactly one per message. */
export async function openUnknownDelivery(
  tx: Tx,
  organisationId: string,
  { debtorId, messageId, at }: { debtorId: string; messageId: string; at: string },
): Promise<void> {
  const [row] = await tx
    .insert(task)
    .values({
      orgId: organisationId,
      kind: 'unknown-delivery',
      title: 'task.unknown-delivery',
      outcomes: OUTCOMES,
      shareKey: `unknown-delivery/${messageId}`,
      debtorId,
      messageId,
      dueAt: at,
      createdAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: task.id });
  if (!row) return;
  await appendAudit(tx, organisationId, [
    {
      at,
      actor: 'dispatcher',
      kind: 'task-opened',
      debtorId,
      messageId,
      taskId: row.id,
      ref: row.id,
      reason: 'unknown-delivery',
    },
  ]);
}

export interface Resolution {
  messageId: string;
  outcome: 'arrived' | 'lost';
  actor: string;
  /** Organisation's time. */
  at: string;
}

/**
 * A person has found out what became of a message: its row and its contacts say so. The cases have gone on long ago and
 * get no event. False when the message's fate is known already. The caller holds the debtor's lock.
 */
export async function resolveUnknownDelivery(
  tx: Tx,
  organisationId: string,
  { messageId, outcome, actor, at }: Resolution,
): Promise<boolean> {
  const arrived = outcome === 'arrived';
  const contacts = await tx
    .update(contact)
    .set(
      arrived
        ? { status: 'sent', reason: null, sentAt: sql`${contact.settledAt}` }
        : { status: 'not-sent', reason: 'lost', sentAt: null },
    )
    .where(
      and(eq(contact.orgId, organisationId), eq(contact.messageId, messageId), inArray(contact.status, ['unknown'])),
    )
    .returning({
      id: contact.id,
      enrolmentId: contact.enrolmentId,
      invoiceId: contact.invoiceId,
      debtorId: contact.debtorId,
      nodeId: contact.nodeId,
      visit: contact.visit,
    });
  const changed = await tx
    .update(message)
    .set(arrived ? { status: 'handed-over', reason: null } : { status: 'refused', reason: 'lost', handedOverAt: null })
    .where(and(eq(message.orgId, organisationId), eq(message.id, messageId), eq(message.status, 'unknown')))
    .returning({ id: message.id });
  const kind = arrived ? 'message-arrived' : 'message-lost';
  await appendAudit(
    tx,
    organisationId,
    contacts.map((row) => ({ ...contactEntry(row, kind, { at, reason: outcome, messageId }), actor })),
  );
  return changed.length > 0;
}
