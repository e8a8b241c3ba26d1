import * as schemas from '../schemas/organisation.ts';
import { nothing } from '../schemas/registry.ts';
import {
  getMailServer,
  getMailTest,
  removeMailServer,
  setMailServer,
  testMailServer,
} from '../services/mail-server.ts';
import { getSettings, setClosures, updateOrganisation } from '../services/organisation-settings.ts';
import { getSending, setSending } from '../services/sending.ts';
import { procedure, router } from '../trpc.ts';

export const organisationRouter = router({
  settings: procedure
    .input(nothing)
    .output(schemas.settings)
    .query(({ ctx }) => getSettings(ctx)),
  update: procedure
    .input(schemas.settingsUpdate)
    .output(schemas.settings)
    .mutation(({ ctx, input }) => updateOrganisation(ctx, input)),
  sending: procedure
    .input(nothing)
    .output(schemas.sending)
    .query(({ ctx }) => getSending(ctx)),
  setSending: procedure
    .input(schemas.sendingSet)
    .output(schemas.sending)
    .mutation(({ ctx, input }) => setSending(ctx, input)),
  mailServer: procedure
    .input(nothing)
    .output(schemas.mailServer)
    .query(({ ctx }) => getMailServer(ctx)),
  setMailServer: procedure
    .input(schemas.mailServerSet)
    .output(schemas.mailServer)
    .mutation(({ ctx, input }) => setMailServer(ctx, input)),
  removeMailServer: procedure
    .input(nothing)
    .output(schemas.mailServer)
    .mutation(({ ctx }) => removeMailServer(ctx)),
  testMail: procedure
    .input(nothing)
    .output(schemas.mailTest)
    .mutation(({ ctx }) => testMailServer(ctx)),
  mailTest: procedure
    .input(schemas.mailTestGet)
    .output(schemas.mailTest)
    .query(({ ctx, input }) => getMailTest(ctx, input)),
});

export const closuresRouter = router({
  set: procedure
    .input(schemas.closuresSet)
    .output(schemas.settings)
    .mutation(({ ctx, input }) => setClosures(ctx, input)),
});
