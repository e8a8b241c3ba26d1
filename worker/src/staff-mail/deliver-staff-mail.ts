import { inOrganisation, unseal } from '@relance/db';
import {
  firstSender,
  markTested,
  nowOf,
  plannedStaffMails,
  settleStaffMail,
  type StaffMailBody,
  type StaffMailEnd,
} from '@relance/db/queries';
import type { Deps } from '../deps.ts';
import type { EmailProvider, OutgoingEmail } from '../providers/email-provider.ts';
import { PassingFailure } from '../providers/passing-failure.ts';

type Planned = NonNullable<Awaited<ReturnType<typeof plannedStaffMails>>>;
type End = Omit<StaffMailEnd, 'at'>;

/**
 * Sends what Relance itself writes to people of an organisation, by the organisation's own way out. Each is tried once:
 * whoever asked for it is told what became of it and decides. Killed in between, one may arrive twice, which harms nobody.
 */
export async function deliverStaffMail(
  deps: Pick<Deps, 'app' | 'emailProvider' | 'mailKey' | 'log'>,
  organisationId: string,
): Promise<void> {
  const planned = await inOrganisation(deps.app, organisationId, (tx) => plannedStaffMails(tx, organisationId));
  if (planned === null) return;
  const provider = deps.emailProvider(planned.organisation);
  for (const mail of planned.mails) {
    const body = open(deps, organisationId, mail.body);
    const end = body ? await send(deps, provider, await addressed(deps, organisationId, mail, body)) : UNREADABLE;
    await inOrganisation(deps.app, organisationId, async (tx) => {
      const at = await nowOf(tx, organisationId);
      await settleStaffMail(tx, mail.id, { ...end, at });
      if (mail.kind === 'test' && end.status === 'sent') await markTested(tx, organisationId, at);
    });
  }
}

const UNREADABLE: End = { status: 'failed', reason: 'unreadable', detail: null };

function open({ mailKey }: Pick<Deps, 'mailKey'>, organisationId: string, sealed: Buffer | null): StaffMailBody | null {
  const text = sealed && mailKey !== null ? unseal(mailKey, organisationId, sealed) : null;
  return text === null ? null : (JSON.parse(text) as StaffMailBody);
}

/** In the name of the first creditor company that has an address; before there is one, in the name of who asked. */
async function addressed(
  { app }: Pick<Deps, 'app'>,
  organisationId: string,
  { id, to, subject }: Planned['mails'][number],
  { text, html, replyTo }: StaffMailBody,
): Promise<OutgoingEmail> {
  const { sender, at } = await inOrganisation(app, organisationId, async (tx) => ({
    sender: await firstSender(tx, organisationId),
    at: await nowOf(tx, organisationId),
  }));
  const address = sender?.address ?? replyTo;
  const name = (sender?.name ?? 'Relance').replaceAll(/["\\\r\n]/g, ' ');
  return {
    organisationId,
    messageId: id,
    messageIdHeader: `<${id}@${address.split('@').at(-1) ?? 'relance'}>`,
    from: `"${name}" <${address}>`,
    replyTo,
    to: [to],
    subject,
    text,
    html,
    at,
  };
}

async function send({ log }: Pick<Deps, 'log'>, provider: EmailProvider, email: OutgoingEmail): Promise<End> {
  try {
    await provider.turn?.();
    const answer = await provider.send(email);
    if (answer.accepted) return { status: 'sent', reason: null, detail: null };
    return { status: 'failed', reason: 'refused', detail: answer.reason };
  } catch (error) {
    log.warn({ err: error, staffMailId: email.messageId, provider: provider.name }, 'a message to staff did not leave');
    return { status: 'failed', ...causeOf(error) };
  }
}

const REASONS: Readonly<Record<string, End['reason']>> = {
  EAUTH: 'password',
  ENOAUTH: 'password',
  EKEY: 'unreadable',
  ETLS: 'security',
};

/** What went wrong as somebody can mend it; the words of a server only where it spoke of the message. */
function causeOf(error: unknown): Pick<End, 'reason' | 'detail'> {
  if (!(error instanceof PassingFailure)) return { reason: 'unknown', detail: null };
  if (error.code === null) return { reason: 'refused', detail: error.message };
  return { reason: REASONS[error.code] ?? 'unreachable', detail: null };
}
