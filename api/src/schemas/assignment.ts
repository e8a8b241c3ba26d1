import { drawnRulesSchema } from '@relance/workflows/assignment';
import { z } from 'zod';
import { id } from './id.ts';
import { money } from './money.ts';
import { filled } from './text.ts';
import { date, instant } from './time.ts';

const MOST_MOVES = 500;

export const assignmentGet = z.strictObject({});

/** A rule as it was stored: its shape was checked when it came in. */
const storedRules = z.custom<z.output<typeof drawnRulesSchema>>().meta({ id: 'AssignmentRules', type: 'array' });

export const assignment = z
  .object({
    /** 0: no list was saved yet. */
    version: z.int(),
    on: z.boolean(),
    /** When the rules run next; null: not by themselves. */
    nextAt: instant.nullable(),
    /** A run that was asked for or is due, and has not ended. */
    running: z.boolean(),
    lastRun: z.object({ at: instant, count: z.int() }).nullable(),
    rules: storedRules,
  })
  .meta({ id: 'Assignment' });

export const assignmentSave = z.strictObject({ version: z.int().min(0), rules: drawnRulesSchema });
export const assignmentSetOn = z.strictObject({ on: z.boolean() });
export const assignmentRun = z.strictObject({});

/** Without rules: those in use. */
export const assignmentPreview = z.strictObject({ rules: drawnRulesSchema.optional() });

const amounts = z.array(money);

const listedInvoice = z.object({
  id,
  number: z.string(),
  debtorId: id,
  debtorName: z.string(),
  balance: money,
  dueDate: date,
  reason: z.string().nullable(),
});

/** How many there are, their sums, and the largest of them. */
const gathered = z.object({ invoices: z.int(), amounts, items: z.array(listedInvoice) });

export const assignmentPreviewed = z
  .object({
    /** The instant of the run that is foreseen, and its day. */
    at: instant,
    day: date,
    rules: z.array(
      z.object({
        id: z.string(),
        /** Open invoices that the line takes. */
        invoices: z.int(),
        amounts,
        /** Of those: that would enter at the run, that are not due yet, that are followed already. */
        entering: z.int(),
        later: z.int(),
        followed: z.int(),
      }),
    ),
    uncovered: gathered,
    excluded: gathered,
    disputed: gathered,
    /** Open, but a follow-up of them has ended for good. */
    ended: gathered,
    foreseen: z.object({
      cases: z.int(),
      messages: z.int(),
      debtors: z.int(),
      toConfirm: z.int(),
      calls: z.int(),
      withoutAddress: z.int(),
      coveredByCredits: z.int(),
      later: z.int(),
      lateEntries: z.array(
        z.object({ scenarioId: id, scenarioName: z.string(), nodeId: z.string(), label: z.string(), cases: z.int() }),
      ),
    }),
    /** Whether messages would leave at all. */
    sending: z.boolean(),
  })
  .meta({ id: 'AssignmentPreview' });

const scenarioRef = z.object({ id, name: z.string() });

export const movesPreview = z.strictObject({});
export const moves = z.object({
  total: z.int(),
  items: z.array(
    z.object({
      enrolmentId: id,
      invoiceId: id,
      number: z.string(),
      debtorId: id,
      debtorName: z.string(),
      balance: money,
      held: z.boolean(),
      from: scenarioRef,
      to: scenarioRef,
      ruleId: z.string(),
    }),
  ),
});

export const move = z.strictObject({
  enrolmentIds: z.array(z.string().max(64)).min(1).max(MOST_MOVES),
  reason: filled(),
});
export const moved = z.object({
  moved: z.array(z.object({ enrolmentId: id, newEnrolmentId: id })),
  skipped: z.array(z.object({ enrolmentId: z.string(), reason: z.enum(['unknown', 'closing', 'no-other-scenario']) })),
});
