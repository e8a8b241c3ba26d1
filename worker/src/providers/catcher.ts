import { inOrganisation, type Database } from '@relance/db';
import { findMail, keepMail } from '@relance/db/queries';
import { catcherRefusal } from './catcher-refusal.ts';
import type { EmailProvider } from './email-provider.ts';

const TIMEOUT_MS = 10_000;

/**
 * The built-in mailbox: keeps each acceptance, repeats included, and can be asked. It accepts everything but what is sent
 * to the addresses that exist to be refused.
 */
export function catcher(app: Database): EmailProvider {
  return {
    name: 'catcher',
    timeoutMs: TIMEOUT_MS,
    async send({ organisationId, messageId, messageIdHeader, to, subject, text, html, at, attempt = 1 }) {
      const refusal = catcherRefusal({ to, attempt });
      if (refusal) return { accepted: false, ...refusal };
      await inOrganisation(app, organisationId, (tx) =>
        keepMail(tx, organisationId, { messageId, messageIdHeader, to, subject, text, html, receivedAt: at }),
      );
      return { accepted: true };
    },
    find: (organisationId, messageIdHeader) =>
      inOrganisation(app, organisationId, (tx) => findMail(tx, organisationId, messageIdHeader)),
  };
}
