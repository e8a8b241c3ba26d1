import * as schemas from '../schemas/contact.ts';
import { listContacts } from '../services/contact.ts';
import { procedure, router } from '../trpc.ts';

export const contactsRouter = router({
  list: procedure
    .input(schemas.contactList)
    .output(schemas.contacts)
    .query(({ ctx, input }) => listContacts(ctx, input)),
});
