import * as schemas from '../schemas/sandbox.ts';
import { nothing } from '../schemas/registry.ts';
import { advanceClock, getClock, setClockSpeed, stopClock } from '../services/clock.ts';
import { procedure, router } from '../trpc.ts';

export const clockRouter = router({
  get: procedure
    .input(nothing)
    .output(schemas.clock)
    .query(({ ctx }) => getClock(ctx)),
  advance: procedure
    .input(schemas.clockAdvance)
    .output(schemas.clock)
    .mutation(({ ctx, input }) => advanceClock(ctx, input)),
  setSpeed: procedure
    .input(schemas.clockSpeed)
    .output(schemas.clock)
    .mutation(({ ctx, input }) => setClockSpeed(ctx, input)),
  stop: procedure
    .input(nothing)
    .output(schemas.clock)
    .mutation(({ ctx }) => stopClock(ctx)),
});
