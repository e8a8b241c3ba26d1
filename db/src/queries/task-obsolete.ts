import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { task } from '../schema/index.ts';
import { appendAudit } from './audit.ts';

/** Tasks without cases about a debtor's answer or about the fate of a message. */
export type ObsoleteTasks = { kind: 'reply'; debtorId: string } | { kind: 'unknown-delivery'; messageId: string };

/** Closes the tasks whose question a person has answered elsewhere. The caller holds the debtor's lock. */
export async function closeObsoleteTasks(
  tx: Tx,
  organisationId: string,
  which: ObsoleteTasks,
  { actor, reason, at }: { actor: string; reason: 'reply-read' | 'message-bounced'; at: string },
): Promise<void> {
  const about = which.kind === 'reply' ? eq(task.debtorId, which.debtorId) : eq(task.messageId, which.messageId);
  const closed = await tx
    .update(task)
    .set({ status: 'cancelled', rev: sql`${task.rev} + 1`, closedAt: at, closedBy: actor, closedReason: reason })
    .where(
      and(eq(task.orgId, organisationId), eq(task.kind, which.kind), about, inArray(task.status, ['open', 'claimed'])),
    )
    .returning({ id: task.id, debtorId: task.debtorId });
  await appendAudit(
    tx,
    organisationId,
    closed.map(({ id, debtorId }) => ({ at, actor, kind: 'task-closed', debtorId, taskId: id, ref: id, reason })),
  );
}
