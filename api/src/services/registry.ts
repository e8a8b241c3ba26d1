import type { z } from 'zod';
import type { Allowed } from '../context.ts';
import { Problem } from '../problem.ts';
import type * as schemas from '../schemas/registry.ts';

export function listTemplates(_ctx: Allowed): Promise<z.infer<typeof schemas.templates>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
export function listNodeTypes(_ctx: Allowed): Promise<z.infer<typeof schemas.nodeTypes>> {
  throw new Problem(503, 'not-there', 'Being built.');
}
