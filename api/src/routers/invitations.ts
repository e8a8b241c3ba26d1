import * as schemas from '../schemas/invitation.ts';
import { nothing } from '../schemas/registry.ts';
import { createInvitation, listInvitations, revokeInvitation } from '../services/invitation.ts';
import { procedure, router } from '../trpc.ts';

export const invitationsRouter = router({
  list: procedure
    .input(nothing)
    .output(schemas.invitations)
    .query(({ ctx }) => listInvitations(ctx)),
  create: procedure
    .input(schemas.invitationCreate)
    .output(schemas.invitationCreated)
    .mutation(({ ctx, input }) => createInvitation(ctx, input)),
  revoke: procedure
    .input(schemas.invitationId)
    .output(schemas.done)
    .mutation(({ ctx, input }) => revokeInvitation(ctx, input)),
});
