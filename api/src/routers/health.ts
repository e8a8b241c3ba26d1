import { health } from '../schemas/health.ts';
import { nothing } from '../schemas/registry.ts';
import { readHealth } from '../services/health.ts';
import { openProcedure, router } from '../trpc.ts';

export const healthRouter = router({
  get: openProcedure
    .input(nothing)
    .output(health)
    .query(({ ctx }) => readHealth(ctx.deps)),
});
