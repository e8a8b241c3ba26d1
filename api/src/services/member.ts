import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/session.ts';

export function listMembers(_ctx: Allowed): Promise<z.infer<typeof schemas.members>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
