import type { Tx } from '@relance/db';
import {
  appendAudit,
  closeTask,
  lockAboveTask,
  lockTask,
  nowOf,
  recordEvents,
  type AuditEntry,
  type NewEvent,
} from '@relance/db/queries';
import { invoice, task, taskCase } from '@relance/db/schema';
import type { AnswerValue } from '@relance/workflows/engine';
import { and, eq, inArray, isNull } from 'drizzle-orm';

export interface Answer {
  debtorId: string;
  nodeId: string;
  outcome: string;
  /** Date of a promise; each case promises its whole balance. */
  promisedOn: string | null;
  actor: string;
}

/** Answers the debtor's open tasks of one step as a collector does; false when there is none. */
export async function answerTask(tx: Tx, organisationId: string, answer: Answer): Promise<boolean> {
  const open = await tx
    .selectDistinct({ id: task.id })
    .from(task)
    .innerJoin(taskCase, eq(taskCase.taskId, task.id))
    .where(
      and(
        eq(task.orgId, organisationId),
        eq(task.debtorId, answer.debtorId),
        inArray(task.status, ['open', 'claimed']),
        eq(taskCase.nodeId, answer.nodeId),
        isNull(taskCase.leftAt),
      ),
    );
  for (const { id } of open) await complete(tx, organisationId, id, answer);
  return open.length > 0;
}

async function complete(tx: Tx, organisationId: string, taskId: string, answer: Answer): Promise<void> {
  const { actor, outcome, promisedOn, debtorId } = answer;
  await lockAboveTask(tx, organisationId, { taskId, withDebtor: false });
  await lockTask(tx, organisationId, taskId);
  const at = await nowOf(tx, organisationId);
  const cases = await tx
    .select({
      id: taskCase.id,
      enrolmentId: taskCase.enrolmentId,
      invoiceId: taskCase.invoiceId,
      nodeId: taskCase.nodeId,
      visit: taskCase.visit,
      balance: invoice.balance,
      currency: invoice.currency,
    })
    .from(taskCase)
    .innerJoin(invoice, eq(invoice.id, taskCase.invoiceId))
    .where(and(eq(taskCase.taskId, taskId), isNull(taskCase.leftAt)))
    .orderBy(taskCase.id);
  const valuesOf = (amount: number, currency: string): Record<string, AnswerValue> => {
    if (promisedOn !== null) return { date: promisedOn, amount: { amount, currency } };
    return outcome === 'disputed' ? { reason: 'quantity' } : {};
  };
  const total = cases.reduce((sum, each) => sum + each.balance, 0);
  await closeTask(tx, taskId, {
    outcome,
    values: valuesOf(total, cases[0]?.currency ?? 'EUR'),
    answers: cases.map(({ id, balance, currency }) => ({ caseId: id, outcome, values: valuesOf(balance, currency) })),
    actor,
    at,
  });
  await appendAudit(
    tx,
    organisationId,
    cases.map(({ enrolmentId, invoiceId, nodeId, visit, balance, currency }): AuditEntry => ({
      at,
      actor,
      kind: 'task-completed',
      taskId,
      debtorId,
      ref: taskId,
      enrolmentId,
      invoiceId,
      nodeId,
      visit,
      data: { outcome, values: valuesOf(balance, currency) },
    })),
  );
  await recordEvents(
    tx,
    organisationId,
    cases.map(({ enrolmentId, nodeId, visit, balance, currency }): NewEvent => ({
      enrolmentId,
      kind: 'task-completed',
      at,
      actor,
      cause: taskId,
      data: { taskId, nodeId, visit, outcome, values: valuesOf(balance, currency) },
    })),
  );
}
