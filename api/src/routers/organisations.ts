import * as schemas from '../schemas/organisation.ts';
import { createOrganisation } from '../services/organisation-create.ts';
import { procedure, router } from '../trpc.ts';

export const organisationsRouter = router({
  create: procedure
    .input(schemas.organisationCreate)
    .output(schemas.organisationCreated)
    .mutation(({ ctx, input }) => createOrganisation(ctx, input)),
});
