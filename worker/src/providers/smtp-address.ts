import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

export interface SmtpAddress {
  connection: SMTPConnectionOptions;
  credentials: { user: string; pass: string } | null;
}

const SUBMISSION = 587;
const SUBMISSIONS = 465;

/** Reads `smtp://user:password@host:port` or `smtps://…`; `?ignoreTLS=true` and `?requireTLS=true` set STARTTLS. */
export function smtpAddress(url: string): SmtpAddress {
  if (!URL.canParse(url)) throw new Error('SMTP_URL must be a URL such as smtp://user:password@mail.example.com:587.');
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  if ((protocol !== 'smtp:' && protocol !== 'smtps:') || hostname === '')
    throw new Error('SMTP_URL must begin with smtp:// or smtps:// and name a host.');
  const secure = protocol === 'smtps:';
  return {
    connection: {
      host: hostname.replaceAll(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? SUBMISSIONS : SUBMISSION) : Number(port),
      secure,
      ignoreTLS: searchParams.get('ignoreTLS') === 'true',
      requireTLS: searchParams.get('requireTLS') === 'true',
    },
    credentials: username === '' ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}
