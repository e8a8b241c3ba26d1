import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  appendAudit,
  claimTask as claim,
  countTasks as readCounts,
  findDebtor,
  findTask,
  lockTask,
  nowOf,
  readCases,
  readDay,
  readLastPromise,
  readTasks,
  readTimeline,
  releaseTask as release,
  type LockedTask,
  type TaskRow,
} from '@relance/db/queries';
import type { Allowed, Caller } from '../context.ts';
import { conflict, notFound } from '../problem.ts';
import { listFrom } from '../schemas/list.ts';
import type * as schemas from '../schemas/task.ts';
import { debtorsOf } from './debtor.ts';
import { callWordsOf } from './script.ts';
import { startOfDay } from './start-of-day.ts';
import { briefOf } from './task-brief.ts';
import { readTask, tasksOf } from './task-view.ts';
import { timelineRowOf } from './timeline-view.ts';

type Task = z.infer<typeof schemas.task>;

// one act writes a row for each invoice; the page tells it once
const HISTORY_ROWS = 60;
const MOST_OTHERS = 20;
const READING = { isolation: 'repeatable read' } as const;

export function listTasks(
  { caller, work }: Allowed,
  { limit, cursor, dueBefore, order = 'newest', ...filters }: z.infer<typeof schemas.taskList>,
): Promise<z.infer<typeof schemas.tasks>> {
  const page = { limit, cursor };
  return work(async (tx) => {
    const due = dueBefore && (await instantOf(tx, caller, dueBefore));
    const read = { filters: { ...filters, dueBefore: due }, page, order };
    const { items, nextCursor } = listFrom(await readTasks(tx, caller.organisationId, read), page);
    return { items: await tasksOf(tx, caller, items), nextCursor };
  }, READING);
}

/** One task with what a person needs to do it. */
export function getTask(
  { caller, work }: Allowed,
  { id }: z.infer<typeof schemas.taskGet>,
): Promise<z.infer<typeof schemas.taskSheet>> {
  const { organisationId } = caller;
  return work(async (tx) => {
    const row = await findTask(tx, organisationId, id);
    const found = row && (await findDebtor(tx, organisationId, row.debtor.id));
    const [debtor] = found ? await debtorsOf(tx, organisationId, [found]) : [];
    if (!row || !debtor) throw notFound('task');
    const history = await readTimeline(tx, organisationId, {
      of: { debtorId: debtor.id },
      page: { limit: HISTORY_ROWS },
    });
    const task = await readTask(tx, caller, id);
    const { today } = await readDay(tx, organisationId);
    const promise = await readLastPromise(tx, organisationId, { debtorId: debtor.id, today });
    return {
      ...task,
      debtor,
      instructions: row.instructions,
      messageId: row.messageId,
      ...(await callWordsOf(tx, caller, { row, task, debtor, promise })),
      brief: await briefOf(tx, organisationId, debtor, promise),
      others: await othersOf(tx, caller, row),
      history: history.slice(0, HISTORY_ROWS).map(timelineRowOf),
    };
  }, READING);
}

/** The debtor's other tasks, by their due instant. */
async function othersOf(tx: Tx, caller: Caller, { id, debtor }: TaskRow): Promise<Task[]> {
  const rows = await readTasks(tx, caller.organisationId, {
    filters: { debtorId: debtor.id, todo: true },
    page: { limit: MOST_OTHERS },
    order: 'due',
  });
  return tasksOf(
    tx,
    caller,
    rows.filter((row) => row.id !== id),
  );
}

export function countTasks({ caller, work }: Allowed): Promise<z.infer<typeof schemas.taskCounts>> {
  const { organisationId, assignee } = caller;
  return work(async (tx) => {
    const counts = await readCounts(tx, organisationId, { assignee, now: await nowOf(tx, organisationId) });
    const total = (of: 'open' | 'unassigned' | 'mine' | 'overdue') => counts.reduce((sum, count) => sum + count[of], 0);
    return {
      open: total('open'),
      unassigned: total('unassigned'),
      mine: total('mine'),
      overdue: total('overdue'),
      byKind: Object.fromEntries(counts.map(({ kind, open }) => [kind, open])),
    };
  });
}

export function claimTask({ caller, work }: Allowed, { id }: z.infer<typeof schemas.taskClaim>): Promise<Task> {
  return work(async (tx) => {
    const found = await lockOpenTask(tx, caller, id);
    if (found.status === 'open') {
      await claim(tx, id, caller.assignee);
      await note(tx, caller, found, 'task-claimed');
    }
    return readTask(tx, caller, id);
  });
}

export function releaseTask({ caller, work }: Allowed, { id }: z.infer<typeof schemas.taskClaim>): Promise<Task> {
  return work(async (tx) => {
    const found = await lockOpenTask(tx, caller, id);
    if (found.status === 'claimed') {
      await release(tx, found);
      await note(tx, caller, found, 'task-released');
    }
    return readTask(tx, caller, id);
  });
}

/** Locks a task that the caller may work on: not closed, not somebody else's. */
export async function lockOpenTask(tx: Tx, { organisationId, assignee }: Caller, id: string): Promise<LockedTask> {
  const found = await lockTask(tx, organisationId, id);
  if (!found) throw notFound('task');
  if (found.status === 'done' || found.status === 'cancelled') {
    throw conflict('closed', 'This task is closed.', { current: { rev: found.rev, status: found.status } });
  }
  if (found.status === 'claimed' && found.assignee !== assignee) {
    throw conflict('claimed', 'Somebody else has claimed this task.', {
      current: { rev: found.rev, status: found.status, assignee: found.assignee },
    });
  }
  return found;
}

/** Tells it on the timeline of every case of the task; one without cases tells it of its debtor alone. */
async function note(
  tx: Tx,
  { organisationId, actor }: Caller,
  { id, debtorId }: LockedTask,
  kind: string,
): Promise<void> {
  const common = { at: await nowOf(tx, organisationId), actor, kind, taskId: id, debtorId, ref: id };
  const cases = (await readCases(tx, organisationId, [id])).filter(({ leftReason }) => leftReason === null);
  const rows = cases.map(({ enrolmentId, invoiceId, nodeId, visit }) => ({
    ...common,
    enrolmentId,
    invoiceId,
    nodeId,
    visit,
  }));
  await appendAudit(tx, organisationId, rows.length > 0 ? rows : [common]);
}

/** A day stands for its beginning in the organisation's zone. */
async function instantOf(tx: Tx, { organisationId }: Caller, given: string): Promise<string> {
  if (given.includes('T')) return given;
  const { timeZone } = await readDay(tx, organisationId);
  return startOfDay(given, timeZone);
}
