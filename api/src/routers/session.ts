import * as schemas from '../schemas/session.ts';
import { nothing } from '../schemas/registry.ts';
import { readMe, setOrganisation, setPreferences } from '../services/session.ts';
import { procedure, router } from '../trpc.ts';

export const sessionRouter = router({
  me: procedure
    .input(nothing)
    .output(schemas.me)
    .query(({ ctx }) => readMe(ctx)),
  setPreferences: procedure
    .input(schemas.preferences)
    .output(schemas.me)
    .mutation(({ ctx, input }) => setPreferences(ctx, input)),
  setOrganisation: procedure
    .input(schemas.organisationChoice)
    .output(schemas.me)
    .mutation(({ ctx, input }) => setOrganisation(ctx, input)),
});
