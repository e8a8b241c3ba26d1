import * as schemas from '../schemas/reply.ts';
import { createReply, endReplyQuiet, listReplies } from '../services/reply.ts';
import { procedure, router } from '../trpc.ts';

export const repliesRouter = router({
  list: procedure
    .input(schemas.replyList)
    .output(schemas.replies)
    .query(({ ctx, input }) => listReplies(ctx, input)),
  create: procedure
    .input(schemas.replyCreate)
    .output(schemas.replyCreated)
    .mutation(({ ctx, input }) => createReply(ctx, input)),
  endQuiet: procedure
    .input(schemas.quietEnd)
    .output(schemas.quietEnded)
    .mutation(({ ctx, input }) => endReplyQuiet(ctx, input)),
});
