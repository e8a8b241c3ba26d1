import { WAITS } from '@relance/db/schema';
import { z } from 'zod';
import { givenId, id } from './id.ts';
import { invoiceFilters } from './invoice.ts';
import { listOf, page } from './list.ts';
import { money } from './money.ts';
import { phrase } from './phrase.ts';
import { storedGraph } from './scenario.ts';
import { filled, text } from './text.ts';
import { date, givenDate, instant } from './time.ts';

export const enrolmentCreate = z
  .strictObject({
    scenarioId: givenId,
    invoiceIds: z.array(text()).max(10_000).optional(),
    filter: z.strictObject(invoiceFilters).optional(),
  })
  .refine((value) => (value.invoiceIds === undefined) !== (value.filter === undefined), {
    message: 'either invoiceIds or filter',
    when: ({ issues }) => issues.length === 0,
  });

export const enrolmentCreated = z.object({
  enrolled: z.array(z.object({ invoiceId: id, enrolmentId: id })),
  skipped: z.array(z.object({ invoiceId: z.string(), reason: z.string() })),
});

const status = z.enum(['live', 'held', 'closing', 'incident', 'ended']);

export const enrolmentList = z.strictObject({
  status: status.optional(),
  invoiceId: givenId.optional(),
  scenarioId: givenId.optional(),
  debtorId: givenId.optional(),
  /** Part of the debtor's name or of the invoice's number. */
  search: filled().optional(),
  ...page,
});
export const enrolmentGet = z.strictObject({ id: givenId });

const nextAction = z.object({ at: instant.nullable(), nodeId: z.string().nullable(), what: z.string(), text: phrase });

export const enrolment = z
  .object({
    id,
    invoiceId: id,
    scenarioId: id,
    version: z.int(),
    status,
    tokens: z.array(
      z.object({
        nodeId: z.string(),
        visit: z.int(),
        waitingFor: z.enum(['time', 'contact', 'task']).nullable(),
        deadline: instant.nullable(),
      }),
    ),
    next: z.array(nextAction),
    nextAction: nextAction.nullable(),
    /** What keeps its planned message from leaving, beside the calendar and the contact policy. */
    contactWait: z.enum(WAITS).nullable(),
    outcome: z.object({ reason: z.string(), nodeId: z.string().optional() }).nullable(),
    invoiceNumber: z.string(),
    debtorId: id,
    debtorName: z.string(),
    balance: money,
    daysOverdue: z.int(),
    scenarioName: z.string(),
    heldUntil: date.nullable(),
    heldReason: z.string().nullable(),
    closing: z.enum(['paid', 'cancelled']).nullable(),
    incident: z.object({ code: z.string(), nodeId: z.string().nullable() }).nullable(),
    enrolledAt: instant,
    endedAt: instant.nullable(),
  })
  .meta({ id: 'Enrolment' });

export const enrolments = listOf(enrolment);

export const timelineRow = z
  .object({
    id,
    at: instant,
    recordedAt: instant,
    kind: z.string(),
    nodeId: z.string().optional(),
    visit: z.int().optional(),
    actor: z.string(),
    reason: z.string().optional(),
    ref: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'TimelineRow' });

export const timelineList = z.strictObject({ id: givenId, ...page });
export const timeline = listOf(timelineRow);

const reason = filled();

const commands = [
  z.strictObject({ type: z.literal('hold'), reason, until: givenDate }),
  z.strictObject({ type: z.literal('resume'), reason }),
  z.strictObject({ type: z.literal('skip'), reason, nodeId: filled() }),
  z.strictObject({ type: z.literal('move'), reason, nodeId: filled() }),
  z.strictObject({ type: z.literal('retry'), reason }),
  /** `mayReenter`: the rules of assignment may put the invoice into a scenario again. */
  z.strictObject({ type: z.literal('cancel'), reason, mayReenter: z.boolean().optional() }),
] as const;
const [hold, resume, skip, move, retry, cancel] = commands;

export const enrolmentCommand = z.discriminatedUnion('type', [
  hold.extend({ id: givenId }),
  resume.extend({ id: givenId }),
  skip.extend({ id: givenId }),
  move.extend({ id: givenId }),
  retry.extend({ id: givenId }),
  cancel.extend({ id: givenId }),
]);

export const enrolmentGraph = z.object({
  graph: storedGraph,
  version: z.int(),
  scenarioName: z.string(),
  visited: z.array(z.object({ nodeId: z.string(), visit: z.int(), at: instant, outcome: z.string().optional() })),
  tokens: z.array(z.object({ nodeId: z.string(), visit: z.int() })),
});
