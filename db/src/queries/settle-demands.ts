import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import { poke } from './outbox.ts';
import { weighTasks } from './task-open.ts';

export interface Withdrawal {
  /** Enrolments that ask for nothing any more: their tasks and unsent contacts are closed. */
  enrolmentIds: readonly string[];
  /** Invoices whose balance is another: a reserved text that names one of them is written anew. */
  invoiceIds: readonly string[];
  reason: string;
  actor: string;
  at: string;
}

/** Takes back what has been planned for cases that are over; what is already being handed over is left to its fate. */
export async function withdrawDemands(tx: Tx, organisationId: string, withdrawal: Withdrawal): Promise<void> {
  const left = await leaveTasks(tx, organisationId, withdrawal);
  const cancelled = await cancelContacts(tx, organisationId, withdrawal);
  await appendAudit(tx, organisationId, [...left, ...cancelled]);
}

async function leaveTasks(
  tx: Tx,
  organisationId: string,
  { enrolmentIds, reason, actor, at }: Withdrawal,
): Promise<AuditEntry[]> {
  if (enrolmentIds.length === 0) return [];
  const enrolments = sql`any(${sql.param(enrolmentIds)}::uuid[])`;
  const locked = await tx.execute<{ id: string }>(sql`
    select id from task
    where org_id = ${organisationId} and status in ('open', 'claimed')
      and id in (select task_id from task_case where enrolment_id = ${enrolments} and left_at is null)
    order by id for no key update`);
  const tasks = sql`any(${sql.param(locked.rows.map((row) => row.id))}::uuid[])`;
  const cases = await tx.execute<LeftCase>(sql`
    update task_case set left_at = ${at}, left_reason = ${reason}
    from task t
    where t.id = task_case.task_id and task_id = ${tasks} and enrolment_id = ${enrolments} and left_at is null
    returning task_id, enrolment_id, invoice_id, node_id, visit, t.debtor_id`);
  await tx.execute(sql`
    update task set rev = rev + 1 where id = ${tasks}
      and exists (select 1 from task_case c where c.task_id = task.id and c.left_at is null)`);
  await tx.execute(sql`
    update task set rev = rev + 1, status = 'cancelled', closed_at = ${at}, closed_by = ${actor}, closed_reason = ${reason}
    where id = ${tasks} and not exists (select 1 from task_case c where c.task_id = task.id and c.left_at is null)`);
  await weighTasks(
    tx,
    locked.rows.map((row) => row.id),
  );
  return cases.rows.map((row) => ({ ...entryOf(row, 'task-left', reason, actor, at), taskId: row.task_id }));
}

async function cancelContacts(
  tx: Tx,
  organisationId: string,
  { enrolmentIds, invoiceIds, reason, actor, at }: Withdrawal,
): Promise<AuditEntry[]> {
  const enrolments = sql`any(${sql.param(enrolmentIds)}::uuid[])`;
  const named = sql`(
    select m.id from message m join message_invoice i on i.message_id = m.id
    where m.org_id = ${organisationId} and m.status = 'reserved' and i.invoice_id = any(${sql.param(invoiceIds)}::uuid[]))`;
  const contacts = await tx.execute<{ message_id: string | null }>(sql`
    select message_id from contact
    where org_id = ${organisationId} and status in ('planned', 'reserved') and id in (
      select id from contact where enrolment_id = ${enrolments}
      union select id from contact where message_id in ${named})
    order by id for no key update`);
  const messageIds = contacts.rows.map((row) => row.message_id).filter((id) => id !== null);
  const messages = await tx.execute<{ id: string; debtor_id: string }>(sql`
    select id, debtor_id from message
    where id = any(${sql.param(messageIds)}::uuid[]) and status = 'reserved'
    order by id for no key update`);
  const released = sql`any(${sql.param(messages.rows.map((row) => row.id))}::uuid[])`;
  const cancelled = await tx.execute<CancelledContact>(sql`
    update contact set status = 'cancelled', reason = ${reason}, slot_at = null, waiting_for = null, message_id = null,
      settled_at = ${at}
    where enrolment_id = ${enrolments} and (status = 'planned' or (status = 'reserved' and message_id = ${released}))
    returning id, enrolment_id, invoice_id, debtor_id, node_id, visit`);
  if (messages.rows.length > 0) {
    await tx.execute(sql`
      update contact set status = 'planned', message_id = null, slot_at = ${at}
      where message_id = ${released} and status = 'reserved'`);
    await tx.execute(sql`delete from message_invoice where message_id = ${released}`);
    await tx.execute(sql`delete from message where id = ${released}`);
    await poke(
      tx,
      organisationId,
      'debtor',
      messages.rows.map((row) => row.debtor_id),
    );
  }
  return cancelled.rows.map((row) => ({ ...entryOf(row, 'contact-cancelled', reason, actor, at), ref: row.id }));
}

type StepRow = {
  enrolment_id: string;
  invoice_id: string;
  debtor_id: string;
  node_id: string;
  visit: number;
};
type LeftCase = StepRow & { task_id: string };
type CancelledContact = StepRow & { id: string };

function entryOf(row: StepRow, kind: string, reason: string, actor: string, at: string): AuditEntry {
  return {
    at,
    actor,
    kind,
    reason,
    enrolmentId: row.enrolment_id,
    debtorId: row.debtor_id,
    invoiceId: row.invoice_id,
    nodeId: row.node_id,
    visit: row.visit,
  };
}
