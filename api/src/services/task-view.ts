import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { findTask, readCases, readDay, type CaseRow, type TaskRow } from '@relance/db/queries';
import { say, type Language } from '@relance/workflows/messages';
import type { Caller } from '../context.ts';
import { notFound } from '../problem.ts';
import type { task } from '../schemas/task.ts';
import { daysBetween } from './days.ts';
import { groupBy } from './group-by.ts';
import { moneyOf } from './money.ts';

type Task = z.infer<typeof task>;

/** Tasks as people see them: with the invoices that they are about and why they are asked. */
export async function tasksOf(tx: Tx, { organisationId, language }: Caller, rows: readonly TaskRow[]): Promise<Task[]> {
  const day = await readDay(tx, organisationId);
  const cases = await readCases(
    tx,
    organisationId,
    rows.map(({ id }) => id),
  );
  const casesOf = groupBy(cases, ({ taskId }) => taskId);
  return rows.map((row) => taskOf(row, casesOf(row.id), { today: day.today, language: language ?? day.language }));
}

/** One task as people see it. */
export async function readTask(tx: Tx, caller: Caller, id: string): Promise<Task> {
  const row = await findTask(tx, caller.organisationId, id);
  const [found] = row ? await tasksOf(tx, caller, [row]) : [];
  if (!found) throw notFound('task');
  return found;
}

function taskOf(
  row: TaskRow,
  cases: readonly CaseRow[],
  { today, language }: { today: string; language: Language },
): Task {
  const inside = cases.filter(({ leftReason }) => leftReason === null);
  const invoices = inside.map(({ invoiceId, number, balance, currency, dueDate }) => ({
    id: invoiceId,
    number,
    balance: moneyOf(balance, currency),
    dueDate,
    daysOverdue: daysBetween(dueDate, today),
  }));
  const [first] = inside;
  return {
    id: row.id,
    rev: row.rev,
    kind: row.kind,
    title: say({ key: row.title }, language),
    status: row.status,
    dueAt: row.dueAt,
    priority: row.priority,
    assignee: row.assignee,
    debtor: row.debtor,
    debtorName: row.debtor.name,
    entityName: row.entityName,
    amount: first
      ? moneyOf(
          inside.reduce((sum, { balance }) => sum + balance, 0),
          first.currency,
        )
      : null,
    why: {
      key: `task.why.${row.kind}`,
      values: { count: invoices.length, days: Math.max(0, ...invoices.map(({ daysOverdue }) => daysOverdue)) },
    },
    invoices,
    cases: cases.map(({ enrolmentId, invoiceId, nodeId, visit, outcome, leftReason }) => ({
      enrolmentId,
      invoiceId,
      nodeId,
      visit,
      outcome,
      leftReason,
    })),
    outcomes: row.outcomes.map(({ id, label, fields }) => ({
      id,
      label: say({ key: label }, language),
      fields: fields.map(({ options, ...field }) => ({
        ...field,
        ...(options && {
          options: options.map((option) => ({ id: option.id, label: say({ key: option.label }, language) })),
        }),
      })),
    })),
    outcome: row.outcome,
  };
}
