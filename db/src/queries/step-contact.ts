import type { Command } from '@relance/workflows/engine';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact } from '../schema/index.ts';
import type { Case } from './step.ts';

export type PlanContact = Extract<Command, { kind: 'plan-contact' }>;

interface Place {
  case: Pick<Case, 'id'>;
  nodeId: string;
  visit: number;
}

/** Plans one invoice's part in a message. `slotAt` null: it waits for somebody to confirm it. */
export async function planContact(
  tx: Tx,
  organisationId: string,
  { case: it, command, slotAt, at }: { case: Case; command: PlanContact; slotAt: string | null; at: string },
): Promise<string> {
  const { nodeId, visit, channel, template, tone, recipients, answerIn, minimumDistanceDays } = command;
  const [row] = await tx
    .insert(contact)
    .values({
      orgId: organisationId,
      enrolmentId: it.id,
      invoiceId: it.invoiceId,
      debtorId: it.debtorId,
      entityId: it.entityId,
      currency: it.currency,
      nodeId,
      visit,
      channel,
      template,
      tone,
      recipients,
      answerIn,
      minimumDistanceDays,
      plannedAt: at,
      slotAt,
      waitingFor: slotAt === null ? 'confirmation' : null,
    })
    .returning({ id: contact.id });
  if (!row) throw new Error('a contact was not planned');
  return row.id;
}

/** Somebody has confirmed it: from now on it may leave. */
export async function releaseContact(tx: Tx, { slotAt, ...place }: Place & { slotAt: string }): Promise<string | null> {
  const [row] = await tx
    .update(contact)
    .set({
      slotAt,
      waitingFor: null,
      reason: null,
      confirmedAt: sql`coalesce(${contact.confirmedAt}, ${slotAt}::timestamptz)`,
    })
    .where(stillPlanned(place))
    .returning({ id: contact.id });
  return row?.id ?? null;
}

/** Somebody does not want it to leave. */
export async function dropContact(
  tx: Tx,
  { reason, at, ...place }: Place & { reason: string; at: string },
): Promise<string | null> {
  const [row] = await tx
    .update(contact)
    .set({ status: 'not-sent', reason, slotAt: null, waitingFor: null, settledAt: at })
    .where(stillPlanned(place))
    .returning({ id: contact.id });
  return row?.id ?? null;
}

function stillPlanned({ case: it, nodeId, visit }: Place) {
  return and(
    eq(contact.enrolmentId, it.id),
    eq(contact.nodeId, nodeId),
    eq(contact.visit, visit),
    sql`${contact.status} = 'planned'`,
  );
}
