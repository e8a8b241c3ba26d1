import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { poke } from './outbox.ts';
import type { Case } from './step.ts';
import { weighTasks } from './task-open.ts';

export interface CancelStep {
  case: Pick<Case, 'id' | 'debtorId'>;
  nodeId: string;
  visit: number;
  reason: string;
  at: string;
}

export interface Cancelled {
  /** Tasks that the case has left. */
  taskIds: string[];
  contactIds: string[];
}

/** Takes a case out of the tasks of one of its steps and withdraws that step's unsent contact. */
export async function cancelStep(tx: Tx, organisationId: string, request: CancelStep): Promise<Cancelled> {
  const taskIds = await leaveTasks(tx, request);
  const contactIds = await withdrawContacts(tx, organisationId, request);
  return { taskIds, contactIds };
}

async function leaveTasks(tx: Tx, { case: it, nodeId, visit, reason, at }: CancelStep): Promise<string[]> {
  const mine = sql`enrolment_id = ${it.id} and node_id = ${nodeId} and visit = ${visit} and left_at is null`;
  const locked = await tx.execute<{ id: string }>(sql`
    select id from task
    where status in ('open', 'claimed') and id in (select task_id from task_case where ${mine})
    order by id for no key update`);
  const taskIds = locked.rows.map(({ id }) => id);
  if (taskIds.length === 0) return [];
  const tasks = sql`any(${sql.param(taskIds)}::uuid[])`;
  await tx.execute(sql`
    update task_case set left_at = ${at}, left_reason = ${reason} where task_id = ${tasks} and ${mine}`);
  // nobody is left in it: nobody needs to do it
  await tx.execute(sql`
    update task set rev = rev + 1,
      status = case when rest.anybody then status else 'cancelled' end,
      closed_at = case when rest.anybody then closed_at else ${at}::timestamptz end,
      closed_by = case when rest.anybody then closed_by else 'scenario' end,
      closed_reason = case when rest.anybody then closed_reason else ${reason} end
    from (
      select t.id, exists (select 1 from task_case c where c.task_id = t.id and c.left_at is null) as anybody
      from task t where t.id = ${tasks}
    ) rest
    where task.id = rest.id`);
  await weighTasks(tx, taskIds);
  return taskIds;
}

async function withdrawContacts(
  tx: Tx,
  organisationId: string,
  { case: it, nodeId, visit, reason, at }: CancelStep,
): Promise<string[]> {
  const locked = await tx.execute<{ id: string; message_id: string | null }>(sql`
    select id, message_id from contact
    where enrolment_id = ${it.id} and node_id = ${nodeId} and visit = ${visit} and status in ('planned', 'reserved')
    order by id for no key update`);
  const withdrawn: string[] = [];
  for (const { id, message_id: messageId } of locked.rows) {
    // being handed over already: the dispatcher settles it
    if (messageId !== null && !(await releaseMessage(tx, messageId, at))) continue;
    await tx.execute(sql`
      update contact set status = 'cancelled', reason = ${reason}, slot_at = null, waiting_for = null, message_id = null,
        settled_at = ${at}
      where id = ${id}`);
    withdrawn.push(id);
  }
  if (withdrawn.length > 0) await poke(tx, organisationId, 'debtor', [it.debtorId]);
  return withdrawn;
}

/** Takes back a message that nobody has begun to hand over; its contacts are planned again. False when it is too late. */
async function releaseMessage(tx: Tx, messageId: string, at: string): Promise<boolean> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from message where id = ${messageId} and status = 'reserved' for no key update`);
  if (rows.length === 0) return false;
  await tx.execute(sql`
    update contact set status = 'planned', message_id = null, slot_at = ${at} where message_id = ${messageId} and status = 'reserved'`);
  await tx.execute(sql`delete from message_invoice where message_id = ${messageId}`);
  await tx.execute(sql`delete from message where id = ${messageId}`);
  return true;
}
