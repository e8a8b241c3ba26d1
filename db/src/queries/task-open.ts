import type { Command } from '@relance/workflows/engine';
import { canonicalJson, sha256Hex } from '@relance/workflows/plan';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { taskCase } from '../schema/index.ts';
import type { Case } from './step.ts';

export type OpenTask = Extract<Command, { kind: 'open-task' }>;

export interface OpenedTask {
  taskId: string;
  /** The case joined a task that other cases of the debtor had opened. */
  joined: boolean;
}

/**
 * Opens work for a person, or joins the open unclaimed task of the same debtor, entity and currency that asks the same:
 * it is asked once, and the earliest due date wins.
 */
export async function openTask(
  tx: Tx,
  organisationId: string,
  { case: it, command, at }: { case: Case; command: OpenTask; at: string },
): Promise<OpenedTask> {
  const id = newId();
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into task (id, org_id, kind, title, instructions, script, outcomes, share_key, debtor_id, entity_id, currency,
      due_at, created_at)
    values (${id}, ${organisationId}, ${command.taskKind}, ${command.title}, ${command.instructions}, ${command.script},
      ${JSON.stringify(command.outcomes)}::jsonb, ${shareKey(it, command)}, ${it.debtorId}, ${it.entityId}, ${it.currency},
      ${command.dueAt}, ${at})
    on conflict (org_id, share_key) where status = 'open' and share_key is not null
    do update set rev = task.rev + 1, due_at = least(task.due_at, excluded.due_at)
    returning id`);
  const taskId = rows[0]?.id;
  if (!taskId) throw new Error('a task was neither opened nor joined');
  await tx.insert(taskCase).values({
    orgId: organisationId,
    taskId,
    enrolmentId: it.id,
    invoiceId: it.invoiceId,
    nodeId: command.nodeId,
    visit: command.visit,
  });
  await weighTasks(tx, [taskId]);
  return { taskId, joined: taskId !== id };
}

/** Equal for tasks that may be one. */
export function shareKey(
  it: { debtorId: string; entityId: string | null; currency: string | null },
  task: Pick<OpenTask, 'taskKind' | 'script' | 'title' | 'outcomes'>,
): string {
  const asked = [task.taskKind, task.script ?? task.title, task.outcomes];
  return sha256Hex(canonicalJson([it.debtorId, it.entityId, it.currency, ...asked]));
}

/** Priority is what is at stake: the open balance of the cases, in hundreds of minor units. */
export async function weighTasks(tx: Tx, taskIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update task set priority = least(2147483647, stake.amount / 100)::int
    from (
      select c.task_id, sum(i.balance) as amount from task_case c join invoice i on i.id = c.invoice_id
      where c.task_id = any(${sql.param(taskIds)}::uuid[]) and c.left_at is null group by c.task_id
    ) stake
    where task.id = stake.task_id`);
}
