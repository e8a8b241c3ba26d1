import { unseal, type Database } from '@relance/db';
import type { MailServer } from '@relance/db/queries';
import { catcher } from './catcher.ts';
import type { EmailProvider, Sender } from './email-provider.ts';
import { PassingFailure } from './passing-failure.ts';
import { smtpProvider } from './smtp.ts';
import type { SmtpAddress } from './smtp-address.ts';

/**
 * Chooses per organisation: nothing ever leaves a sandbox; elsewhere its own mail server, else the installation's SMTP
 * when it is set up, else the built-in mailbox.
 */
export function emailProviders(
  app: Database,
  smtpUrl: string | null,
  mailKey: string | null,
): (organisation: Sender) => EmailProvider {
  const caught = catcher(app);
  const shared = smtpUrl === null ? null : smtpProvider(smtpUrl);
  const own = new Map<string, { updatedAt: string; provider: EmailProvider }>();
  return ({ id, sandbox, mailServer }) => {
    if (sandbox) return caught;
    if (!mailServer) return shared ?? caught;
    const { updatedAt } = mailServer;
    const known = own.get(id);
    // kept while the server is as it was: the rate is counted there
    if (known?.updatedAt === updatedAt) return known.provider;
    const provider = ownProvider(id, mailServer, mailKey);
    own.set(id, { updatedAt, provider });
    return provider;
  };
}

function ownProvider(organisationId: string, server: MailServer, mailKey: string | null): EmailProvider {
  const address = addressOf(organisationId, server, mailKey);
  if (address !== null) return smtpProvider(address);
  return {
    name: 'smtp',
    // nothing is sent under another name or through another server instead
    send: () => Promise.reject(new PassingFailure('the password of the mail server cannot be read', 'EKEY')),
  };
}

/** Null when its password was sealed with another key. */
function addressOf(
  organisationId: string,
  { host, port, security, username, password }: MailServer,
  mailKey: string | null,
): SmtpAddress | null {
  const pass = password === null ? '' : mailKey === null ? null : unseal(mailKey, organisationId, password);
  if (pass === null) return null;
  return {
    connection: {
      host,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
    },
    credentials: username === null ? null : { user: username, pass },
  };
}
