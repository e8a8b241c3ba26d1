import type { AnswerValue, TaskOutcome } from '@relance/workflows/engine';
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, instant, orgId, recordedAt } from './columns.ts';
import { invoice } from './invoice.ts';
import { enrolment } from './enrolment.ts';
import { entity } from './entity.ts';
import { debtor } from './debtor.ts';

/** Work that waits for a person, shared by the cases of one (debtor, entity, currency). */
export const task = pgTable(
  'task',
  {
    id: id(),
    orgId: orgId(),
    rev: integer().notNull().default(1),
    kind: text({
      enum: ['call', 'task', 'confirm-email', 'address', 'unknown-delivery', 'credits', 'reply'],
    }).notNull(),
    title: text().notNull(),
    instructions: text(),
    script: text(),
    outcomes: jsonb().$type<TaskOutcome[]>().notNull(),
    /** Equal for tasks that may be one: debtor, entity, currency, kind, script or title, outcome set. Null once claimed. */
    shareKey: text(),
    debtorId: uuid()
      .notNull()
      .references(() => debtor.id),
    entityId: uuid().references(() => entity.id),
    currency: text(),
    /** Message that a task without cases is about (unknown delivery). */
    messageId: uuid(),
    status: text({ enum: ['open', 'claimed', 'done', 'cancelled'] })
      .notNull()
      .default('open'),
    dueAt: instant(),
    priority: integer().notNull().default(0),
    /** User id. */
    assignee: text(),
    outcome: text(),
    values: jsonb().$type<Record<string, AnswerValue>>(),
    closedBy: text(),
    closedReason: text(),
    createdAt: instant().notNull(),
    closedAt: instant(),
    recordedAt: recordedAt(),
  },
  (t) => [
    uniqueIndex('task_share')
      .on(t.orgId, t.shareKey)
      .where(sql`status = 'open' and share_key is not null`),
    index('task_org').on(t.orgId, t.id),
    index('task_list').on(t.orgId, t.status, t.dueAt),
    index('task_debtor').on(t.debtorId),
  ],
);

/** One case's part in a task. It leaves with a reason (paid, cancelled, …) or gets the outcome. */
export const taskCase = pgTable(
  'task_case',
  {
    id: id(),
    orgId: orgId(),
    taskId: uuid()
      .notNull()
      .references(() => task.id),
    enrolmentId: uuid()
      .notNull()
      .references(() => enrolment.id),
    invoiceId: uuid()
      .notNull()
      .references(() => invoice.id),
    nodeId: text().notNull(),
    visit: integer().notNull(),
    outcome: text(),
    values: jsonb().$type<Record<string, AnswerValue>>(),
    leftAt: instant(),
    leftReason: text(),
  },
  (t) => [
    unique('task_case_step').on(t.enrolmentId, t.nodeId, t.visit, t.taskId),
    index('task_case_task').on(t.taskId),
    index('task_case_enrolment').on(t.enrolmentId),
  ],
);
