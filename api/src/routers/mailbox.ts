import * as schemas from '../schemas/message.ts';
import { getMail, listMailbox } from '../services/mailbox.ts';
import { playDebtor } from '../services/mailbox-play.ts';
import { procedure, router } from '../trpc.ts';

export const mailboxRouter = router({
  list: procedure
    .input(schemas.mailboxList)
    .output(schemas.mailbox)
    .query(({ ctx, input }) => listMailbox(ctx, input)),
  get: procedure
    .input(schemas.mailGet)
    .output(schemas.mail)
    .query(({ ctx, input }) => getMail(ctx, input)),
  play: procedure
    .input(schemas.mailPlay)
    .output(schemas.mailPlayed)
    .mutation(({ ctx, input }) => playDebtor(ctx, input)),
});
