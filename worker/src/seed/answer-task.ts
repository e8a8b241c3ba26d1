import type { Tx } from '@relance/db';
import { nowOf, readCases } from '@relance/db/queries';
import { task, taskCase } from '@relance/db/schema';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { completeTask } from '../simulation/index.ts';

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
  const { debtorId, nodeId, outcome, promisedOn, actor } = answer;
  const open = await tx
    .selectDistinct({ id: task.id })
    .from(task)
    .innerJoin(taskCase, eq(taskCase.taskId, task.id))
    .where(
      and(
        eq(task.orgId, organisationId),
        eq(task.debtorId, debtorId),
        inArray(task.status, ['open', 'claimed']),
        eq(taskCase.nodeId, nodeId),
        isNull(taskCase.leftAt),
      ),
    );
  const at = await nowOf(tx, organisationId);
  for (const { id: taskId } of open) {
    const cases = (await readCases(tx, organisationId, [taskId])).filter(({ leftReason }) => leftReason === null);
    await completeTask(tx, organisationId, {
      taskId,
      cases,
      outcome,
      valuesOf: promisedOn === null ? () => ({}) : (amount) => ({ date: promisedOn, amount }),
      actor,
      at,
    });
  }
  return open.length > 0;
}
