import { z } from 'zod';
import { id } from './id.ts';
import { filled } from './text.ts';
import { givenInstant, instant } from './time.ts';

const FIRST = '2000-01-01T00:00:00.000Z';

export const sandboxCreate = z.strictObject({
  name: filled(),
  now: givenInstant.refine((value) => value >= FIRST, 'from 2000 on'),
});

export const sandboxCreated = z.object({
  id,
  apiKey: z.string(),
  keys: z.object({ manager: z.string(), collector: z.string(), admin: z.string() }),
  now: instant,
});

const via = z.enum(['direct', 'workflows']);
const speed = z.number().min(0).max(3_600);

export const clockAdvance = z.strictObject({ advanceTo: givenInstant, via: via.optional() });
export const clockSpeed = z.strictObject({ speed });

/** REST's one call for both. */
export const clockSet = z
  .strictObject({ advanceTo: givenInstant.optional(), via: via.optional(), speed: speed.optional() })
  .refine((value) => (value.advanceTo === undefined) !== (value.speed === undefined), {
    message: 'either advanceTo or speed',
    when: ({ issues }) => issues.length === 0,
  })
  .refine((value) => value.via === undefined || value.advanceTo !== undefined, {
    path: ['via'],
    message: 'goes with advanceTo',
    when: ({ issues }) => issues.length === 0,
  });

export const clock = z.object({
  now: instant,
  advancingTo: instant.nullable(),
  speed: z.number(),
  quiescent: z.boolean(),
  incidents: z.array(id),
  nextEventAt: instant.nullable(),
  progress: z.object({ from: instant, to: instant, now: instant, count: z.int() }).nullable(),
});

/** The collector of the demo who works by herself; null outside the demo. */
export const demo = z.object({ colleague: z.object({ name: z.string(), takesAll: z.boolean() }).nullable() });
export const demoColleague = z.strictObject({ takesAll: z.boolean() });
export const demoStarted = z.object({ organisationId: id });
