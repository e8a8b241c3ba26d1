import type { TaskOutcome } from '@relance/workflows/engine';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { task } from '../schema/index.ts';
import { appendAudit } from './audit.ts';

export interface DebtorTasks {
  /** Of these a debtor has one open or claimed at most. */
  kind: 'address' | 'credits' | 'reply';
  outcomes: TaskOutcome[];
  debtorIds: readonly string[];
  at: string;
}

/** Opens a task about each debtor as a whole, without cases, unless one of its kind is open or claimed already. */
export async function openDebtorTasks(
  tx: Tx,
  organisationId: string,
  { kind, outcomes, debtorIds, at }: DebtorTasks,
): Promise<void> {
  if (debtorIds.length === 0) return;
  const ids = [...new Set(debtorIds)].sort();
  const asked = await tx
    .select({ debtorId: task.debtorId })
    .from(task)
    .where(
      and(
        eq(task.orgId, organisationId),
        inArray(task.debtorId, ids),
        eq(task.kind, kind),
        inArray(task.status, ['open', 'claimed']),
      ),
    );
  const known = new Set(asked.map((row) => row.debtorId));
  const rows = ids.filter((id) => !known.has(id));
  if (rows.length === 0) return;
  const opened = await tx
    .insert(task)
    .values(
      rows.map((debtorId) => ({
        orgId: organisationId,
        kind,
        title: `task.${kind}`,
        outcomes,
        shareKey: `${kind}/${debtorId}`,
        debtorId,
        dueAt: at,
        createdAt: at,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: task.id, debtorId: task.debtorId });
  await appendAudit(
    tx,
    organisationId,
    opened.map(({ id, debtorId }) => ({
      at,
      actor: 'dispatcher',
      kind: 'task-opened',
      debtorId,
      taskId: id,
      ref: id,
      reason: kind,
    })),
  );
}
