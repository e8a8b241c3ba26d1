import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { appendAudit } from './audit.ts';
import { recordEvents } from './event.ts';
import { weighTasks } from './task-open.ts';
import type { LockedContact } from './planned-lock.ts';

export interface CasesAnswer {
  outcome: 'send' | 'drop';
  actor: string;
  /** Organisation's time. */
  at: string;
}

/**
 * Answers the confirmation of some cases of shared tasks: each case gets the outcome and leaves its task; a task without a
 * case left is done. The caller holds the locks.
 */
export async function answerConfirmations(
  tx: Tx,
  organisationId: string,
  contacts: readonly LockedContact[],
  { outcome, actor, at }: CasesAnswer,
): Promise<void> {
  const asked = contacts.flatMap(({ caseId, taskId, ...row }) =>
    caseId !== null && taskId !== null ? [{ ...row, caseId, taskId }] : [],
  );
  if (asked.length === 0) return;
  const caseIds = asked.map(({ caseId }) => caseId);
  const taskIds = [...new Set(asked.map(({ taskId }) => taskId))];
  await tx.execute(sql`
    update task_case set outcome = ${outcome}, values = '{}'::jsonb, left_at = ${at}, left_reason = 'answered'
    where id = any(${sql.param(caseIds)}::uuid[])`);
  const left = sql`exists (select 1 from task_case c where c.task_id = task.id and c.left_at is null)`;
  await tx.execute(sql`
    update task set rev = rev + 1 where id = any(${sql.param(taskIds)}::uuid[]) and ${left}`);
  await tx.execute(sql`
    update task set rev = rev + 1, status = 'done', outcome = ${outcome}, values = '{}'::jsonb, closed_by = ${actor},
      closed_at = ${at}, share_key = null
    where id = any(${sql.param(taskIds)}::uuid[]) and not ${left}`);
  await weighTasks(tx, taskIds);
  await appendAudit(
    tx,
    organisationId,
    asked.map(({ taskId, enrolmentId, invoiceId, debtorId, nodeId, visit }) => ({
      at,
      actor,
      kind: 'task-completed',
      taskId,
      ref: taskId,
      debtorId,
      enrolmentId,
      invoiceId,
      nodeId,
      visit,
      data: { taskKind: 'confirm-email', outcome, values: {} },
    })),
  );
  await recordEvents(
    tx,
    organisationId,
    asked.map(({ taskId, enrolmentId, nodeId, visit }) => ({
      enrolmentId,
      kind: 'task-completed',
      at,
      actor,
      cause: taskId,
      data: { taskId, nodeId, visit, outcome, values: {} },
    })),
  );
}
