import * as schemas from '../schemas/sandbox.ts';
import { createSandbox } from '../services/sandbox.ts';
import { procedure, router } from '../trpc.ts';

export const sandboxesRouter = router({
  create: procedure
    .input(schemas.sandboxCreate)
    .output(schemas.sandboxCreated)
    .mutation(({ ctx, input }) => createSandbox(ctx, input)),
});
