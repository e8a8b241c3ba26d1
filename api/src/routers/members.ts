import * as inviting from '../schemas/invitation.ts';
import * as schemas from '../schemas/session.ts';
import { nothing } from '../schemas/registry.ts';
import { listMembers, removeMember, setMemberRole } from '../services/member.ts';
import { procedure, router } from '../trpc.ts';

export const membersRouter = router({
  list: procedure
    .input(nothing)
    .output(schemas.members)
    .query(({ ctx }) => listMembers(ctx)),
  setRole: procedure
    .input(inviting.memberRole)
    .output(schemas.members)
    .mutation(({ ctx, input }) => setMemberRole(ctx, input)),
  remove: procedure
    .input(inviting.memberRemove)
    .output(schemas.members)
    .mutation(({ ctx, input }) => removeMember(ctx, input)),
});
