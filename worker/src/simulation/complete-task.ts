import type { Tx } from '@relance/db';
import {
  addAddress,
  appendAudit,
  closeTask,
  lockAboveTask,
  lockTask,
  markDisputed,
  noteAddressFound,
  recordEvents,
  releaseAddressWaits,
  resolveUnknownDelivery,
  type AuditEntry,
  type CaseRow,
  type NewEvent,
} from '@relance/db/queries';
import type { AnswerValue } from '@relance/workflows/engine';

export interface Completion {
  taskId: string;
  outcome: string;
  /** Of one case, from what is left of its invoice. */
  valuesOf: (owed: { amount: number; currency: string }) => Record<string, AnswerValue>;
  cases: readonly CaseRow[];
  actor: string;
  at: string;
}

/** Ends a task as a person at the page does: task, trail, events and what only its kind brings with it. */
export async function completeTask(
  tx: Tx,
  organisationId: string,
  { taskId, outcome, valuesOf, cases, actor, at }: Completion,
): Promise<void> {
  await lockAboveTask(tx, organisationId, { taskId, withDebtor: cases.length === 0 });
  const task = await lockTask(tx, organisationId, taskId);
  if (!task) throw new Error(`there is no task ${taskId}`);
  const { debtorId, kind, messageId } = task;
  const currency = cases[0]?.currency ?? 'EUR';
  const values = valuesOf({ amount: cases.reduce((sum, { balance }) => sum + balance, 0), currency });
  const answers = cases.map((each) => ({
    caseId: each.id,
    outcome,
    values: valuesOf({ amount: each.balance, currency: each.currency }),
  }));
  await closeTask(tx, taskId, { outcome, values, answers, actor, at });
  const answerOf = (caseId: string) => answers.find((each) => each.caseId === caseId)?.values ?? values;
  const common = { at, actor, kind: 'task-completed', taskId, debtorId, ref: taskId };
  await appendAudit(
    tx,
    organisationId,
    cases.length === 0
      ? [{ ...common, messageId, data: { taskKind: kind, outcome, values } }]
      : cases.map(({ id, enrolmentId, invoiceId, nodeId, visit }): AuditEntry => ({
          ...common,
          enrolmentId,
          invoiceId,
          nodeId,
          visit,
          data: { taskKind: kind, outcome, values: answerOf(id) },
        })),
  );
  if (outcome === 'disputed') {
    const disputes = cases.map(({ id, invoiceId, enrolmentId, currency: of }) => {
      const { reason } = answerOf(id);
      const why = typeof reason === 'string' ? reason : 'other';
      return { invoiceId, enrolmentId, debtorId, currency: of, reason: why, amount: null };
    });
    await markDisputed(tx, organisationId, disputes, { actor, at });
  }
  await recordEvents(
    tx,
    organisationId,
    cases.map(({ id, enrolmentId, nodeId, visit }): NewEvent => ({
      enrolmentId,
      kind: 'task-completed',
      at,
      actor,
      cause: taskId,
      data: { taskId, nodeId, visit, outcome, values: answerOf(id) },
    })),
  );
  if (kind === 'address' && typeof values['email'] === 'string') {
    await addAddress(tx, organisationId, { debtorId, email: values['email'] });
    await noteAddressFound(tx, organisationId, { debtorId, actor, at, taskId });
    await releaseAddressWaits(tx, organisationId, [debtorId], at);
  }
  if (kind === 'unknown-delivery' && messageId !== null) {
    await resolveUnknownDelivery(tx, organisationId, { messageId, outcome: 'arrived', actor, at });
  }
}
