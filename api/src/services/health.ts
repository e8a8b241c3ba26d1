import type { Deps } from '../context.ts';
import { Problem } from '../problem.ts';
import type { Health } from '../schemas/health.ts';

export function readHealth(_deps: Deps): Promise<Health> {
  throw new Problem(503, 'not-there', 'Being built.');
}
