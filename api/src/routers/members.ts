import * as schemas from '../schemas/session.ts';
import { nothing } from '../schemas/registry.ts';
import { listMembers } from '../services/member.ts';
import { procedure, router } from '../trpc.ts';

export const membersRouter = router({
  list: procedure
    .input(nothing)
    .output(schemas.members)
    .query(({ ctx }) => listMembers(ctx)),
});
