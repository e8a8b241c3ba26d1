import { z } from 'zod';
import { givenAnswers } from './answer.ts';
import { debtorContact } from './debtor.ts';
import { timelineRow } from './enrolment.ts';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { money } from './money.ts';
import { phrase } from './phrase.ts';
import { language } from './session.ts';
import { filled, text } from './text.ts';
import { date, givenInstant, givenDate, instant } from './time.ts';

const status = z.enum(['open', 'claimed', 'done', 'cancelled']);
const kind = z.enum(['call', 'task', 'confirm-email', 'address', 'unknown-delivery', 'credits', 'reply']);

export const taskList = z.strictObject({
  status: status.optional(),
  kind: kind.optional(),
  assignee: text().optional(),
  debtorId: givenId.optional(),
  dueBefore: z.union([givenDate, givenInstant]).optional(),
  /** Still to be done: open or claimed; or the contrary. */
  todo: z.boolean().optional(),
  /** Part of the debtor's name. */
  search: filled().optional(),
  order: z.enum(['newest', 'due']).optional(),
  ...page,
});
export const taskGet = z.strictObject({ id: givenId });

const outcome = z.object({
  id: z.string(),
  label: z.string(),
  fields: z.array(
    z.object({
      id: z.string(),
      type: z.enum(['text', 'date', 'money', 'number', 'choice']),
      required: z.boolean(),
      /** The scenario's own word; built-in fields have none. */
      label: z.string().optional(),
      options: z.array(z.object({ id: z.string(), label: z.string() })).optional(),
    }),
  ),
});

const taskShape = {
  id,
  rev: z.int(),
  kind,
  title: z.string(),
  status,
  dueAt: instant.nullable(),
  priority: z.int(),
  assignee: z.string().nullable(),
  debtor: z.object({ id, name: z.string(), externalRef: z.string() }),
  debtorName: z.string(),
  /** The creditor that asks; null where a task is about no one of them. */
  entityName: z.string().nullable(),
  amount: money.nullable(),
  why: phrase,
  invoices: z.array(z.object({ id, number: z.string(), balance: money, dueDate: date, daysOverdue: z.int() })),
  cases: z.array(
    z.object({
      enrolmentId: id,
      invoiceId: id,
      nodeId: z.string(),
      visit: z.int(),
      outcome: z.string().nullable(),
      leftReason: z.string().nullable(),
    }),
  ),
  outcomes: z.array(outcome),
  outcome: z.string().nullable(),
};

export const task = z.object(taskShape).meta({ id: 'Task' });
export const tasks = listOf(task);

/** What the sheet of one task shows beside the list's row. */
export const taskSheet = z
  .object({
    ...taskShape,
    instructions: z.string().nullable(),
    /** What to say, in the language of the call; `{{promise_date}}` and `{{next_step}}` stand for what it brings. */
    script: z.object({ id: z.string(), language, lines: z.array(z.string()) }).nullable(),
    /** What may be answered, what to say then, and what records it. */
    objections: z.array(
      z.object({
        id: z.string(),
        says: z.string(),
        answer: z.string(),
        record: z.string(),
        /** What it is found by. */
        words: z.string(),
        outcome: z.string(),
        values: z.record(z.string(), z.string()),
      }),
    ),
    /** What to know before dialling. */
    brief: z.object({
      lastPromise: z
        .object({
          calledOn: date,
          date,
          amount: money.nullable(),
          state: z.enum(['pending', 'kept', 'broken']),
        })
        .nullable(),
      lastPayment: z.object({ receivedOn: date, amount: money }).nullable(),
      credits: z.array(money),
      disputed: z.array(money),
      /** Calls made to the debtor today, and how many the contact policy finds enough; null: any number. */
      callsToday: z.object({ made: z.int(), most: z.int().nullable() }),
    }),
    /** The debtor's other tasks that are still to be done. */
    others: z.array(task),
    messageId: id.nullable(),
    debtor: z.object({
      id,
      name: z.string(),
      externalRef: z.string(),
      kind: z.string(),
      language: z.string().nullable(),
      country: z.string().nullable(),
      contacts: z.array(debtorContact),
      overdue: money,
    }),
    history: z.array(timelineRow),
  })
  .meta({ id: 'TaskSheet' });

export const taskClaim = z.strictObject({ id: givenId });

const exceptions = z
  .array(z.strictObject({ invoiceId: givenId, outcome: filled(), values: givenAnswers }))
  .max(1_000)
  .optional();

export const taskComplete = z.strictObject({
  id: givenId,
  rev: z.int().min(1),
  outcome: filled(),
  values: givenAnswers,
  exceptions,
  /** What was agreed, in the words of the recap that leaves after a call. */
  summary: text().optional(),
});

export const taskRecap = z.strictObject({
  id: givenId,
  outcome: filled(),
  values: givenAnswers,
  exceptions,
  summary: text().optional(),
});
/** The messages that the outcome sends at once, as they will read. */
export const recap = z.object({
  messages: z.array(
    z.object({
      template: z.string(),
      to: z.array(z.string()),
      subject: z.string(),
      text: z.string(),
      invoiceIds: z.array(id),
      /** A person reads it in the outbox before it leaves. */
      toConfirm: z.boolean(),
      /** What it lacks; with anything here it will not leave as it is. */
      missing: z.array(z.string()),
    }),
  ),
});

export const taskPreview = z.strictObject({ id: givenId, outcome: filled(), values: givenAnswers, exceptions });
export const preview = z.object({
  lines: z.array(
    z.object({
      at: instant.nullable(),
      /** When work for a person comes up, where it is due later than that. */
      opensAt: instant.optional(),
      text: phrase,
      invoiceIds: z.array(id),
    }),
  ),
  cannot: phrase.optional(),
});

export const taskCounts = z.object({
  open: z.int(),
  unassigned: z.int(),
  mine: z.int(),
  overdue: z.int(),
  byKind: z.record(z.string(), z.int()),
});
