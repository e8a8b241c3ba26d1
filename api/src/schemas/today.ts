import { z } from 'zod';
import { id } from './id.ts';
import { money } from './money.ts';
import { date, instant } from './time.ts';

/** What an advance tells, in the order in which it is told. */
export const STORY_LINES = [
  'sent',
  'bounced',
  'not-sent',
  'payments',
  'closed',
  'promised',
  'kept',
  'broken',
  'calls',
] as const;

/** Making a call ticks its card by itself. */
export const cardTick = z.strictObject({ card: z.enum(['scenario', 'week']) });

export const today = z.object({
  now: instant,
  sandbox: z.boolean(),
  overdue: z.object({ invoices: z.int(), amounts: z.array(money) }),
  /** Messages of today: planned for it, planned by steps that are still to come today, and waiting for a decision. */
  leaving: z.object({ planned: z.int(), ahead: z.int(), undecided: z.int() }),
  calls: z.object({ open: z.int(), late: z.int() }),
  /** Promised for today or before, not kept yet, and not broken yet. */
  promisesDue: z.object({ count: z.int(), amounts: z.array(money) }),
  /** When the caller did what a card asks for. */
  cards: z.object({ scenario: instant.nullable(), week: instant.nullable(), call: instant.nullable() }),
  /** The published scenario that most cases follow. */
  scenario: z.object({ id, name: z.string() }).nullable(),
  setUp: z.object({ invoices: z.boolean(), assignment: z.boolean(), sending: z.boolean(), gaps: z.boolean() }),
  /** What the last advance of the sandbox brought; null: it has never been advanced. */
  story: z
    .object({
      from: instant,
      to: instant,
      lines: z.array(
        z.object({
          line: z.enum(STORY_LINES),
          count: z.int(),
          amounts: z.array(money),
          reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
        }),
      ),
    })
    .nullable(),
});

const happeningLine = z.enum([
  'sent',
  'bounced',
  'not-sent',
  'payments',
  'closed',
  'promised',
  'kept',
  'broken',
  'promises-due',
]);

export const happeningsGet = z.strictObject({ line: happeningLine });

export const happenings = z.object({
  items: z.array(
    z.object({
      id,
      at: instant,
      debtorId: id.nullable(),
      debtorName: z.string().nullable(),
      enrolmentId: id.nullable(),
      invoiceNumber: z.string().nullable(),
      messageId: id.nullable(),
      taskId: id.nullable(),
      reason: z.string().nullable(),
      amount: money.nullable(),
      /** The promised day. */
      date: date.nullable(),
    }),
  ),
  /** There are more than are shown. */
  more: z.boolean(),
});

export const standing = z.object({
  /** Live cases that stand on each step, and what is left to pay on them, the most frequent currency first. */
  nodes: z.array(z.object({ nodeId: z.string(), cases: z.int(), amounts: z.array(money) })),
});
