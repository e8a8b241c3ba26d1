import { z } from 'zod';
import type { State } from './state.ts';

const instant = z.iso.datetime();
const date = z.iso.date();
const money = z.strictObject({ amount: z.int(), currency: z.string() });
const place = z.string().nullable();

const token = z.strictObject({
  id: z.int(),
  scope: z.int(),
  nodeId: z.string(),
  visit: z.int(),
  waitingFor: z.enum(['time', 'contact', 'task']).nullable(),
  deadline: instant.nullable(),
  enteredAt: instant,
  leftPreviousAt: instant,
});

const scope = z.strictObject({
  id: z.int(),
  forkNodeId: place,
  visit: z.int(),
  parent: z.int().nullable(),
  joinNodeId: place,
});

/** Reads back a stored state; anything else than format 1 is refused, never guessed. */
export const stateSchema: z.ZodType<State> = z.strictObject({
  format: z.literal(1),
  tokens: z.array(token),
  scopes: z.array(scope),
  visits: z.record(z.string(), z.int()),
  vars: z.strictObject({
    answers: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), money, z.null()]))),
    answerBy: z.record(z.string(), date),
    shiftDays: z.int().min(1).optional(),
  }),
  nextTokenId: z.int(),
  nextScopeId: z.int(),
  held: z.strictObject({ until: date.nullable(), untilAt: instant.nullable() }).nullable(),
  outcome: z
    .strictObject({
      reason: z.enum([
        'paid',
        'cancelled',
        'settled',
        'credited',
        'written-off',
        'handed-over',
        'insolvency',
        'due',
        'other',
      ]),
      nodeId: place,
    })
    .nullable(),
  incident: z.strictObject({ code: z.string(), nodeId: place }).nullable(),
});
