import { and, asc, desc, eq, inArray, lt, notInArray, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, entity, invoice, task, taskCase } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';
import { textIn } from './text-in.ts';

export interface TaskFilters {
  status?: (typeof task.$inferSelect)['status'] | undefined;
  kind?: (typeof task.$inferSelect)['kind'] | undefined;
  assignee?: string | undefined;
  debtorId?: string | undefined;
  /** An instant. */
  dueBefore?: string | undefined;
  /** Open or claimed; or the contrary. */
  todo?: boolean | undefined;
  /** Part of the debtor's name. */
  search?: string | undefined;
}

export type TaskOrder = 'newest' | 'due';

function selectTasks(tx: Tx) {
  return tx
    .select({
      id: task.id,
      rev: task.rev,
      kind: task.kind,
      title: task.title,
      instructions: task.instructions,
      script: task.script,
      status: task.status,
      dueAt: task.dueAt,
      priority: task.priority,
      assignee: task.assignee,
      outcomes: task.outcomes,
      outcome: task.outcome,
      entityId: task.entityId,
      currency: task.currency,
      messageId: task.messageId,
      createdAt: task.createdAt,
      debtor: { id: debtor.id, name: debtor.name, externalRef: debtor.externalRef },
      entityName: entity.name,
    })
    .from(task)
    .innerJoin(debtor, eq(debtor.id, task.debtorId))
    .leftJoin(entity, eq(entity.id, task.entityId))
    .$dynamic();
}

export type TaskRow = Awaited<ReturnType<typeof readTasks>>[number];

const TODO: (typeof task.$inferSelect)['status'][] = ['open', 'claimed'];

/** Tasks with their debtor, newest first or by their due instant, those without one last. */
export function readTasks(
  tx: Tx,
  organisationId: string,
  { filters, page, order = 'newest' }: { filters: TaskFilters; page: ListPage; order?: TaskOrder },
) {
  const { status, kind, assignee, debtorId, dueBefore, todo, search } = filters;
  const byDue = order === 'due';
  return selectTasks(tx)
    .where(
      and(
        eq(task.orgId, organisationId),
        status === undefined ? undefined : eq(task.status, status),
        kind === undefined ? undefined : eq(task.kind, kind),
        assignee === undefined ? undefined : eq(task.assignee, assignee),
        debtorId === undefined ? undefined : eq(task.debtorId, debtorId),
        dueBefore === undefined ? undefined : lt(task.dueAt, dueBefore),
        todo === undefined ? undefined : todo ? inArray(task.status, TODO) : notInArray(task.status, TODO),
        search === undefined ? undefined : textIn(debtor.name, search),
        byDue ? dueAfter(page) : after(task.id, page),
      ),
    )
    .orderBy(...(byDue ? [sql`coalesce(${task.dueAt}, 'infinity')`, asc(task.id)] : [desc(task.id)]))
    .limit(rowsOf(page));
}

/** The cursor names the last task seen: what comes after it by due instant, as that stands now. */
function dueAfter({ cursor }: ListPage): SQL | undefined {
  if (cursor === undefined) return undefined;
  return sql`(coalesce(${task.dueAt}, 'infinity'), ${task.id}) >
    (select coalesce(seen.due_at, 'infinity'), seen.id from ${task} seen where seen.id = ${cursor})`;
}

export async function findTask(tx: Tx, organisationId: string, id: string): Promise<TaskRow | undefined> {
  const [row] = await selectTasks(tx).where(and(eq(task.orgId, organisationId), eq(task.id, id)));
  return row;
}

export type CaseRow = Awaited<ReturnType<typeof readCases>>[number];

/** The cases of these tasks with their invoices, oldest due first; those that left say why. */
export function readCases(tx: Tx, organisationId: string, taskIds: readonly string[]) {
  return tx
    .select({
      id: taskCase.id,
      taskId: taskCase.taskId,
      enrolmentId: taskCase.enrolmentId,
      invoiceId: taskCase.invoiceId,
      nodeId: taskCase.nodeId,
      visit: taskCase.visit,
      outcome: taskCase.outcome,
      leftReason: taskCase.leftReason,
      number: invoice.number,
      balance: invoice.balance,
      currency: invoice.currency,
      dueDate: invoice.dueDate,
    })
    .from(taskCase)
    .innerJoin(invoice, eq(invoice.id, taskCase.invoiceId))
    .where(and(eq(taskCase.orgId, organisationId), inArray(taskCase.taskId, [...taskIds])))
    .orderBy(asc(invoice.dueDate), asc(invoice.number), asc(taskCase.id));
}

export interface TaskCount {
  kind: string;
  open: number;
  unassigned: number;
  mine: number;
  overdue: number;
}

/** How much work waits, by kind. */
export async function countTasks(
  tx: Tx,
  organisationId: string,
  { assignee, now }: { assignee: string; now: string },
): Promise<TaskCount[]> {
  const { rows } = await tx.execute<TaskCount & Record<string, unknown>>(sql`
    select kind, count(*)::int as open,
      (count(*) filter (where status = 'open'))::int as unassigned, (count(*) filter (where assignee = ${assignee}))::int as mine,
      (count(*) filter (where due_at < ${now}))::int as overdue
    from task where org_id = ${organisationId} and status in ('open', 'claimed') group by kind order by kind`);
  return rows;
}
