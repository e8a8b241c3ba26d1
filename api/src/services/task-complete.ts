import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  addAddress,
  appendAudit,
  closeTask,
  endQuiet,
  findInvoice,
  lockAboveTask,
  markDisputed,
  noteAddressFound,
  nowOf,
  readCases,
  findTask,
  recordEvents,
  releaseAddressWaits,
  resolveUnknownDelivery,
  type AuditEntry,
  type CaseRow,
  type Dispute,
  type LockedTask,
  type NewEvent,
} from '@relance/db/queries';
import { say } from '@relance/workflows/messages';
import type { Allowed, Caller } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/task.ts';
import { lockOpenTask } from './task.ts';
import { readAnswer, type TaskAnswer } from './task-answer.ts';
import { readTask } from './task-view.ts';

type Completion = z.infer<typeof schemas.taskComplete>;

/** Ends a task: one event for each of its cases, and what only its kind brings with it, in one transaction. */
export function completeTask({ caller, work }: Allowed, given: Completion): Promise<z.infer<typeof schemas.task>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const { found, cases } = await lockCompletion(tx, caller, given);
    const answer = readAnswer(found.outcomes, cases, given);
    if (found.kind === 'address') checkAddress(answer);
    if (answer.faults.length > 0) {
      throw refused('not-allowed', 'This is not one of the ways this task can end.', {
        errors: answer.faults.map(({ error }) => error),
      });
    }
    const at = await nowOf(tx, organisationId);
    await closeTask(tx, found.id, { ...summed(answer, given.summary), actor, at });
    await appendAudit(tx, organisationId, entriesOf(found, cases, answer, { actor, at }));
    await markDisputed(tx, organisationId, disputesOf(found, cases, answer), { actor, at });
    await recordEvents(tx, organisationId, eventsOf(found, cases, answer, { actor, at }));
    await follow(tx, caller, found, answer, at);
    return readTask(tx, caller, found.id);
  });
}

/** What was agreed in words stays with the call, for the recap; the scenario has no use for it. */
function summed({ outcome, values, cases }: TaskAnswer, summary: string | undefined) {
  const words: TaskAnswer['values'] = summary?.trim() ? { summary: summary.trim() } : {};
  return {
    outcome,
    values: { ...values, ...words },
    answers: cases.map((answer) => ({ ...answer, values: { ...answer.values, ...words } })),
  };
}

/** Locks from the top, then checks that the task is still what the caller saw. */
async function lockCompletion(tx: Tx, caller: Caller, { id, rev, exceptions = [] }: Completion) {
  const { organisationId } = caller;
  const seen = await findTask(tx, organisationId, id);
  if (!seen) throw notFound('task');
  const withDebtor = seen.kind === 'address' || seen.kind === 'unknown-delivery' || seen.kind === 'reply';
  await lockAboveTask(tx, organisationId, { taskId: id, withDebtor });
  const found = await lockOpenTask(tx, caller, id);
  if (found.rev !== rev) {
    throw conflict('stale-rev', 'This task has changed since you read it.', {
      current: await readTask(tx, caller, id),
    });
  }
  for (const { invoiceId } of exceptions) {
    if (!(await findInvoice(tx, organisationId, invoiceId))) throw notFound('invoice');
  }
  const cases = (await readCases(tx, organisationId, [id])).filter(({ leftReason }) => leftReason === null);
  return { found, cases };
}

interface Doing {
  actor: string;
  at: string;
}

function eventsOf(found: LockedTask, cases: readonly CaseRow[], answer: TaskAnswer, doing: Doing): NewEvent[] {
  return withAnswers(cases, answer).map(([it, { outcome, values }]) => ({
    ...doing,
    enrolmentId: it.enrolmentId,
    kind: 'task-completed',
    cause: found.id,
    data: { taskId: found.id, nodeId: it.nodeId, visit: it.visit, outcome, values },
  }));
}

function entriesOf(found: LockedTask, cases: readonly CaseRow[], answer: TaskAnswer, doing: Doing): AuditEntry[] {
  const common = { ...doing, kind: 'task-completed', taskId: found.id, debtorId: found.debtorId, ref: found.id };
  if (cases.length === 0) {
    const { outcome, values } = answer;
    return [{ ...common, messageId: found.messageId, data: { taskKind: found.kind, outcome, values } }];
  }
  return withAnswers(cases, answer).map(([it, { outcome, values }]) => ({
    ...common,
    enrolmentId: it.enrolmentId,
    invoiceId: it.invoiceId,
    nodeId: it.nodeId,
    visit: it.visit,
    data: { taskKind: found.kind, outcome, values },
  }));
}

/** What a call learnt to be contested is marked on the invoice, whatever the scenario does about it. */
function disputesOf(found: LockedTask, cases: readonly CaseRow[], answer: TaskAnswer): Dispute[] {
  if (found.kind !== 'call') return [];
  return withAnswers(cases, answer).flatMap(([{ invoiceId, enrolmentId, currency }, { outcome, values }]) => {
    if (outcome !== 'disputed') return [];
    const { reason, amount } = values;
    return [
      {
        invoiceId,
        enrolmentId,
        debtorId: found.debtorId,
        currency,
        reason: typeof reason === 'string' ? reason : 'other',
        amount: typeof amount === 'object' && amount !== null ? amount.amount : null,
      },
    ];
  });
}

function withAnswers(cases: readonly CaseRow[], { cases: answers }: TaskAnswer) {
  const answerOf = new Map(answers.map((answer) => [answer.caseId, answer]));
  return cases.flatMap((it) => {
    const answer = answerOf.get(it.id);
    return answer ? [[it, answer] as const] : [];
  });
}

const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;

function checkAddress({ outcome, values, faults }: TaskAnswer): void {
  if (outcome !== 'found' || faults.length > 0) return;
  const { email } = values;
  if (typeof email === 'string' && EMAIL.test(email.trim())) return;
  const text = { key: 'completion.email' };
  faults.push({ error: { path: 'values.email', message: say(text, 'en') }, text });
}

/** What tasks without a case are for. */
async function follow(
  tx: Tx,
  { organisationId, actor }: Caller,
  { id, kind, debtorId, messageId }: LockedTask,
  { outcome, values }: TaskAnswer,
  at: string,
): Promise<void> {
  const { email } = values;
  if (kind === 'address' && outcome === 'found' && typeof email === 'string') {
    await addAddress(tx, organisationId, { debtorId, email: email.trim() });
    await noteAddressFound(tx, organisationId, { debtorId, actor, at, taskId: id });
    await releaseAddressWaits(tx, organisationId, [debtorId], at);
  }
  if (kind === 'reply') await endQuiet(tx, organisationId, { debtorId, actor, reason: 'reply-read', at });
  if (kind === 'unknown-delivery' && messageId !== null && (outcome === 'arrived' || outcome === 'lost')) {
    await resolveUnknownDelivery(tx, organisationId, { messageId, outcome, actor, at });
  }
}
