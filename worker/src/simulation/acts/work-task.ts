import {
  findTask,
  lockDebtor,
  readCases,
  readSimulation,
  readTaskCircumstances,
  type Act,
  type TaskCircumstances,
} from '@relance/db/queries';
import type { AnswerValue } from '@relance/workflows/engine';
import { behaviourOf } from '../behaviour.ts';
import { completeTask } from '../complete-task.ts';
import { businessDay, dayOf } from '../days.ts';
import type { Stage } from '../stage.ts';

/** The second collector ends one of her tasks with the outcome that fits the debtor. */
export async function workTask(stage: Stage, act: Act): Promise<string> {
  const { tx, organisationId } = stage;
  const taskId = String(act.data['taskId']);
  const simulation = await readSimulation(tx, organisationId);
  const seen = await findTask(tx, organisationId, taskId);
  if (!simulation || !seen) return 'the task is gone';
  await lockDebtor(tx, organisationId, seen.debtor.id);
  const task = await readTaskCircumstances(tx, organisationId, taskId);
  const { colleague, colleagueTakesAll } = simulation;
  if (!task || !['open', 'claimed'].includes(task.status)) return 'somebody has ended the task';
  const isHers = colleagueTakesAll || task.owner === colleague || task.assignee === colleague;
  if (!isHers || (task.status === 'claimed' && task.assignee !== colleague)) return 'the task is not hers';
  const cases = (await readCases(tx, organisationId, [taskId])).filter(({ leftReason }) => leftReason === null);
  const answer = answerTo(task, act.at);
  await completeTask(tx, organisationId, { ...answer, taskId, cases, actor: `user:${colleague}`, at: act.at });
  return `ended: ${answer.outcome}`;
}

interface Answer {
  outcome: string;
  /** Of one case, from what is left of its invoice. */
  valuesOf: (owed: { amount: number; currency: string }) => Record<string, AnswerValue>;
}

const REASONS = ['quantity', 'price', 'quality', 'missing-document'];

function answerTo(task: TaskCircumstances, at: string): Answer {
  const nothing = () => ({});
  if (task.kind === 'address') return { outcome: 'found', valuesOf: () => ({ email: task.addressFound }) };
  const [first] = task.outcomes;
  if (task.kind !== 'call') return { outcome: first ?? 'done', valuesOf: nothing };
  const { onCall, promisesIn } = behaviourOf(task.group, task.traits);
  if (onCall === 'promised') {
    const date = businessDay(dayOf(at), promisesIn);
    return { outcome: onCall, valuesOf: (amount) => ({ date, amount }) };
  }
  const reason = REASONS[Number(task.traits['index'])] ?? 'quality';
  return { outcome: onCall, valuesOf: onCall === 'disputed' ? () => ({ reason }) : nothing };
}
