import * as schemas from '../schemas/message.ts';
import { getMessage, listMessages } from '../services/message.ts';
import { bounceMessage } from '../services/message-bounce.ts';
import { procedure, router } from '../trpc.ts';

export const messagesRouter = router({
  list: procedure
    .input(schemas.messageList)
    .output(schemas.messages)
    .query(({ ctx, input }) => listMessages(ctx, input)),
  get: procedure
    .input(schemas.messageGet)
    .output(schemas.message)
    .query(({ ctx, input }) => getMessage(ctx, input)),
  bounce: procedure
    .input(schemas.messageBounce)
    .output(schemas.message)
    .mutation(({ ctx, input }) => bounceMessage(ctx, input)),
});
