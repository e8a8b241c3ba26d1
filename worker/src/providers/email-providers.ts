import type { Database } from '@relance/db';
import { catcher } from './catcher.ts';
import type { EmailProvider } from './email-provider.ts';
import { smtpProvider } from './smtp.ts';

/** Chooses per organisation: nothing ever leaves a sandbox; elsewhere SMTP when it is set up, else the built-in mailbox. */
export function emailProviders(
  app: Database,
  smtpUrl: string | null,
): (organisation: { id: string; sandbox: boolean }) => EmailProvider {
  const caught = catcher(app);
  const smtp = smtpUrl === null ? null : smtpProvider(smtpUrl);
  return ({ sandbox }) => (sandbox ? caught : (smtp ?? caught));
}
