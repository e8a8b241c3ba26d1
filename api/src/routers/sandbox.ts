import { nothing } from '../schemas/registry.ts';
import * as schemas from '../schemas/sandbox.ts';
import { readDemo, setColleague, startAgain } from '../services/demo.ts';
import { procedure, router } from '../trpc.ts';

export const sandboxRouter = router({
  demo: procedure
    .input(nothing)
    .output(schemas.demo)
    .query(({ ctx }) => readDemo(ctx)),
  setColleague: procedure
    .input(schemas.demoColleague)
    .output(schemas.demo)
    .mutation(({ ctx, input }) => setColleague(ctx, input)),
  startAgain: procedure
    .input(nothing)
    .output(schemas.demoStarted)
    .mutation(({ ctx }) => startAgain(ctx)),
});
