import * as schemas from '../schemas/registry.ts';
import { listNodeTypes } from '../services/registry.ts';
import { procedure, router } from '../trpc.ts';

export const nodeTypesRouter = router({
  list: procedure
    .input(schemas.nothing)
    .output(schemas.nodeTypes)
    .query(({ ctx }) => listNodeTypes(ctx)),
});
