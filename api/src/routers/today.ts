import { nothing } from '../schemas/registry.ts';
import * as schemas from '../schemas/today.ts';
import { listHappenings } from '../services/happenings.ts';
import { readToday, tickCard } from '../services/today.ts';
import { procedure, router } from '../trpc.ts';

export const todayRouter = router({
  get: procedure
    .input(nothing)
    .output(schemas.today)
    .query(({ ctx }) => readToday(ctx)),
  tick: procedure
    .input(schemas.cardTick)
    .output(schemas.today)
    .mutation(({ ctx, input }) => tickCard(ctx, input)),
  happenings: procedure
    .input(schemas.happeningsGet)
    .output(schemas.happenings)
    .query(({ ctx, input }) => listHappenings(ctx, input)),
});
