import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  findTask,
  readCases,
  readDay,
  readRecapMaterial,
  type CaseAnswer,
  type CaseRow,
  type TaskRow,
} from '@relance/db/queries';
import { composeMessage } from '@relance/workflows/templates';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import type * as schemas from '../schemas/task.ts';
import { readAnswer } from './task-answer.ts';
import { foreseeCase, type MessageStep } from './task-foresee.ts';

type Recap = z.infer<typeof schemas.recap>;
type Message = Recap['messages'][number];

interface Group {
  step: MessageStep;
  answer: CaseAnswer;
  invoiceIds: string[];
}

/** The messages that leave with an outcome, composed as they will be: one for all invoices that end alike. */
export function recapTask(
  { caller, work }: Allowed,
  { id, summary, ...given }: z.infer<typeof schemas.taskRecap>,
): Promise<Recap> {
  const { organisationId } = caller;
  return work(
    async (tx) => {
      const task = await findTask(tx, organisationId, id);
      if (!task) throw notFound('task');
      const cases = (await readCases(tx, organisationId, [id])).filter(({ leftReason }) => leftReason === null);
      const answer = readAnswer(task.outcomes, cases, given);
      if (answer.faults.length > 0) return { messages: [] };
      const groups = await groupsOf(tx, organisationId, cases, answer.cases);
      const messages: Message[] = [];
      for (const group of groups) {
        const whole = group.answer.outcome === answer.outcome ? answer.values : group.answer.values;
        const values = { ...whole, ...(summary?.trim() && { summary: summary.trim() }) };
        messages.push(await messageOf(tx, organisationId, task, group, values));
      }
      return { messages };
    },
    { isolation: 'repeatable read' },
  );
}

async function groupsOf(
  tx: Tx,
  organisationId: string,
  cases: readonly CaseRow[],
  answers: readonly CaseAnswer[],
): Promise<Group[]> {
  const groups = new Map<string, Group>();
  for (const it of cases) {
    const answer = answers.find(({ caseId }) => caseId === it.id);
    const foreseen = answer && (await foreseeCase(tx, organisationId, it, answer));
    if (!answer || !foreseen?.step) continue;
    const key = JSON.stringify([foreseen.step, answer.outcome]);
    const group = groups.get(key) ?? { step: foreseen.step, answer, invoiceIds: [] };
    group.invoiceIds.push(it.invoiceId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function messageOf(
  tx: Tx,
  organisationId: string,
  task: TaskRow,
  { step, answer, invoiceIds }: Group,
  values: Record<string, unknown>,
): Promise<Message> {
  const { now, today } = await readDay(tx, organisationId);
  const material = await readRecapMaterial(tx, organisationId, {
    debtorId: task.debtor.id,
    entityId: task.entityId ?? '',
    currency: task.currency ?? '',
    invoiceIds,
    step,
    call: { outcome: answer.outcome, values },
    now,
    today,
  });
  const composed = composeMessage(material);
  const common = { template: step.template, invoiceIds, toConfirm: step.mode === 'to-confirm' };
  if ('missing' in composed) return { ...common, to: [], subject: '', text: '', missing: composed.missing };
  const { to, subject, text } = composed.message;
  return { ...common, to, subject, text, missing: [] };
}
