import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/sandbox.ts';

export function createSandbox(
  _ctx: Allowed,
  _input: z.infer<typeof schemas.sandboxCreate>,
): Promise<z.infer<typeof schemas.sandboxCreated>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
