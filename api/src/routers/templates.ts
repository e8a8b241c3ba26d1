import * as schemas from '../schemas/registry.ts';
import { listTemplates } from '../services/registry.ts';
import { procedure, router } from '../trpc.ts';

export const templatesRouter = router({
  list: procedure
    .input(schemas.nothing)
    .output(schemas.templates)
    .query(({ ctx }) => listTemplates(ctx)),
});
