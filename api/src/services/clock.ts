import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/sandbox.ts';

export function getClock(_ctx: Allowed): Promise<z.infer<typeof schemas.clock>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function advanceClock(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.clockAdvance>,
): Promise<z.infer<typeof schemas.clock>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function setClockSpeed(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.clockSpeed>,
): Promise<z.infer<typeof schemas.clock>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function stopClock(_ctx: Allowed): Promise<z.infer<typeof schemas.clock>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
