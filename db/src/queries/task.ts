import type { AnswerValue } from '@relance/workflows/engine';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { errorCode } from '../transient.ts';
import { debtor, enrolment, invoice, task, taskCase } from '../schema/index.ts';
import { shareKey } from './task-open.ts';

export type LockedTask = NonNullable<Awaited<ReturnType<typeof lockTask>>>;

const LOCKED = {
  id: task.id,
  rev: task.rev,
  kind: task.kind,
  status: task.status,
  assignee: task.assignee,
  title: task.title,
  script: task.script,
  outcomes: task.outcomes,
  debtorId: task.debtorId,
  entityId: task.entityId,
  currency: task.currency,
  messageId: task.messageId,
};

/** Reads a task and keeps others from changing it; undefined when there is none. */
export async function lockTask(tx: Tx, organisationId: string, id: string) {
  const [row] = await tx
    .select(LOCKED)
    .from(task)
    .where(and(eq(task.orgId, organisationId), eq(task.id, id)))
    .for('no key update');
  return row;
}

/** Locks what stands above a task: its debtor where that is needed, the invoices and the enrolments of its cases. */
export async function lockAboveTask(
  tx: Tx,
  organisationId: string,
  { taskId, withDebtor }: { taskId: string; withDebtor: boolean },
): Promise<void> {
  if (withDebtor) {
    await tx
      .select({ id: debtor.id })
      .from(debtor)
      .where(
        and(eq(debtor.orgId, organisationId), eq(debtor.id, sql`(select debtor_id from task where id = ${taskId})`)),
      )
      .for('no key update');
  }
  const cases = await tx
    .select({ invoiceId: taskCase.invoiceId, enrolmentId: taskCase.enrolmentId })
    .from(taskCase)
    .where(and(eq(taskCase.orgId, organisationId), eq(taskCase.taskId, taskId), isNull(taskCase.leftAt)));
  if (cases.length === 0) return;
  const invoiceIds = cases.map(({ invoiceId }) => invoiceId);
  const enrolmentIds = cases.map(({ enrolmentId }) => enrolmentId);
  await tx
    .select({ id: invoice.id })
    .from(invoice)
    .where(inArray(invoice.id, invoiceIds))
    .orderBy(invoice.id)
    .for('no key update');
  await tx
    .select({ id: enrolment.id })
    .from(enrolment)
    .where(inArray(enrolment.id, enrolmentIds))
    .orderBy(enrolment.id)
    .for('no key update');
}

/** A claimed task is one person's: no case joins it any more. */
export async function claimTask(tx: Tx, id: string, assignee: string): Promise<void> {
  await tx
    .update(task)
    .set({ status: 'claimed', assignee, shareKey: null, rev: sql`${task.rev} + 1` })
    .where(eq(task.id, id));
}

const UNIQUE_VIOLATION = '23505';

/** Gives a claimed task back. Cases may join it again, unless another open task has taken its place meanwhile. */
export async function releaseTask(tx: Tx, it: LockedTask): Promise<void> {
  const release = (within: Tx, key: string | null) =>
    within
      .update(task)
      .set({ status: 'open', assignee: null, shareKey: key, rev: sql`${task.rev} + 1` })
      .where(eq(task.id, it.id));
  try {
    await tx.transaction((savepoint) => release(savepoint, shareKeyOf(it)));
  } catch (error) {
    if (errorCode(error) !== UNIQUE_VIOLATION) throw error;
    await release(tx, null);
  }
}

/**
 * Gives open tasks whose debtor has become another one the key that is theirs now. One that has become equal to a task
 * that waits already stays beside it: both were asked, and neither is lost.
 */
export async function rekeyTasks(tx: Tx, organisationId: string, ids: readonly string[]): Promise<void> {
  const rows = await tx
    .update(task)
    .set({ shareKey: null })
    .where(and(eq(task.orgId, organisationId), inArray(task.id, [...ids]), eq(task.status, 'open')))
    .returning(LOCKED);
  for (const row of rows.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
    const set = (within: Tx) =>
      within
        .update(task)
        .set({ shareKey: shareKeyOf(row) })
        .where(eq(task.id, row.id));
    try {
      await tx.transaction(set);
    } catch (error) {
      if (errorCode(error) !== UNIQUE_VIOLATION) throw error;
    }
  }
}

function shareKeyOf({ kind, title, script, outcomes, debtorId, entityId, currency, messageId }: LockedTask) {
  if (kind === 'address' || kind === 'credits' || kind === 'reply') return `${kind}/${debtorId}`;
  if (kind === 'unknown-delivery') return `unknown-delivery/${messageId}`;
  if (entityId === null || currency === null) return null;
  const asked = { kind: 'open-task', nodeId: '', visit: 0, taskKind: kind, instructions: null, dueAt: null } as const;
  return shareKey({ debtorId, entityId, currency }, { ...asked, title, script, outcomes });
}

type Values = Record<string, AnswerValue>;

/** What a person answered for one case. */
export interface CaseAnswer {
  caseId: string;
  outcome: string;
  values: Values;
}

/** Ends a task with its outcome, and each of its cases with its own. */
export async function closeTask(
  tx: Tx,
  id: string,
  {
    outcome,
    values,
    answers,
    actor,
    at,
  }: { outcome: string; values: Values; answers: readonly CaseAnswer[]; actor: string; at: string },
): Promise<void> {
  await tx
    .update(task)
    .set({ status: 'done', outcome, values, closedBy: actor, closedAt: at, shareKey: null, rev: sql`${task.rev} + 1` })
    .where(eq(task.id, id));
  await tx.execute(sql`
    update task_case set outcome = x.outcome, values = x.values
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as x ("caseId" uuid, outcome text, values jsonb)
    where task_case.id = x."caseId" and task_case.task_id = ${id}`);
}
