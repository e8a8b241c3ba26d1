import { z } from 'zod';

const check = z.enum(['ok', 'down']);

export const health = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  checks: z.object({ postgres: check, temporal: check, worker: check }),
});

export type Health = z.infer<typeof health>;
