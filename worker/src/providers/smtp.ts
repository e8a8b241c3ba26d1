import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { PassingFailure } from './passing-failure.ts';
import { rateLimit } from './rate-limit.ts';
import { smtpAddress, type SmtpAddress } from './smtp-address.ts';
import type { EmailProvider, HandOver, OutgoingEmail } from './email-provider.ts';

interface SmtpOptions {
  /** Messages a second; servers of small companies refuse more than a few. */
  perSecond?: number;
  connectMs?: number;
  /** Time of silence after which a call is given up. */
  silenceMs?: number;
  /** Time after which a call is given up in any case. */
  totalMs?: number;
}

/** E-mail by SMTP, one connection a message. SMTP cannot be asked what became of a message. */
export function smtpProvider(at: string | SmtpAddress, options: SmtpOptions = {}): EmailProvider {
  const { perSecond = 5, connectMs = 10_000, silenceMs = 15_000, totalMs = 40_000 } = options;
  const address = typeof at === 'string' ? smtpAddress(at) : at;
  const timeouts = { dnsTimeout: connectMs, connectionTimeout: connectMs, greetingTimeout: connectMs };
  return {
    name: 'smtp',
    timeoutMs: totalMs,
    turn: rateLimit(perSecond),
    async send(email) {
      const mail = await compose(email);
      const connection = new SMTPConnection({ ...address.connection, ...timeouts, socketTimeout: silenceMs });
      return transmit(connection, address.credentials, email, mail, totalMs);
    },
  };
}

async function compose({ from, replyTo, to, subject, text, html, messageIdHeader }: OutgoingEmail): Promise<Buffer> {
  const mail = new MailComposer({
    from,
    ...(replyTo === null ? {} : { replyTo }),
    to,
    subject,
    text,
    html,
    messageId: messageIdHeader,
    // what is sent is what was frozen: no file and no address of the text is read in
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}

/** The server is asked for the content only after it accepted sender and recipients: before that nothing can have left. */
function transmit(
  connection: SMTPConnection,
  credentials: { user: string; pass: string } | null,
  email: OutgoingEmail,
  mail: Buffer,
  totalMs: number,
): Promise<HandOver> {
  return new Promise((resolve, reject) => {
    let contentBegan = false;
    const content = Readable.from(
      (function* () {
        contentBegan = true;
        yield mail;
      })(),
    );
    const end = (outcome: HandOver | Error): void => {
      clearTimeout(deadline);
      connection.close();
      if (outcome instanceof Error) reject(outcome);
      else resolve(outcome);
    };
    const fail = (error: unknown): void => end(classify(error, contentBegan));
    const deadline = setTimeout(() => fail(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })), totalMs);
    const send = (): void => {
      connection.send({ from: bare(email.from), to: email.to, size: mail.length }, content, (error, info) => {
        if (error) fail(error);
        else end({ accepted: true, ...rejectedIn(info) });
      });
    };
    connection.on('error', fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (credentials === null) return send();
      return connection.login({ credentials }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

/** Commands whose refusal is about this message; any other is about the server, the account or the moment. */
const OF_THE_MESSAGE = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);

function classify(error: unknown, contentBegan: boolean): HandOver | Error {
  const { code, command, responseCode, response } = detailsOf(error);
  if (responseCode !== null && OF_THE_MESSAGE.has(command)) {
    const reason = response.slice(0, 300);
    if (responseCode < 500) return new PassingFailure(reason);
    return { accepted: false, reason, ...(command === 'RCPT TO' ? rejectedIn(error) : {}) };
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { accepted: false, reason: messageOf(error) };
  return contentBegan
    ? new Error(`SMTP: ${code} after the content was sent`)
    : new PassingFailure(`SMTP: ${code}`, code);
}

function detailsOf(error: unknown) {
  const { code, command, responseCode, response } = error as {
    code?: unknown;
    command?: unknown;
    responseCode?: unknown;
    response?: unknown;
  };
  return {
    code: typeof code === 'string' ? code : 'failure',
    command: typeof command === 'string' ? command : '',
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    response: typeof response === 'string' ? response : '',
  };
}

/** Addresses that the server refused for good; one that it refused for now is left to another try. */
function rejectedIn(source: unknown): { rejected?: string[] } {
  const { rejected, rejectedErrors } = source as { rejected?: unknown; rejectedErrors?: unknown };
  if (!Array.isArray(rejected)) return {};
  const codes = Array.isArray(rejectedErrors) ? rejectedErrors.map((error) => detailsOf(error).responseCode) : [];
  const gone = rejected.filter((address, index) => typeof address === 'string' && (codes[index] ?? 0) >= 500);
  return gone.length > 0 ? { rejected: gone as string[] } : {};
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message.slice(0, 300) : 'refused');

/** `Name <address>` → `address`. */
function bare(sender: string): string {
  return /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender;
}
