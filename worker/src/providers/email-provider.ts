import type { MailServer } from '@relance/db/queries';

/** One message as it leaves: frozen at reservation. */
export interface OutgoingEmail {
  organisationId: string;
  messageId: string;
  /** Stable `Message-ID` header, derived from the message's id. */
  messageIdHeader: string;
  from: string;
  replyTo: string | null;
  to: string[];
  subject: string;
  text: string;
  html: string;
  /** Organisation's time of the attempt. */
  at: string;
  /** 1, or absent, at the first try. */
  attempt?: number;
}

/**
 * Accepted, or refused for good (5xx, invalid recipient). What is thrown is either a `PassingFailure` (certainly not
 * accepted, may be tried again) or leaves the attempt's fate unknown.
 */
export type HandOver =
  | { accepted: true; rejected?: string[] }
  | {
      accepted: false;
      reason: string;
      /** Addresses that take no mail, if that is why: nobody is there, or the domain does not exist. */
      rejected?: string[];
    };

export interface EmailProvider {
  name: string;
  send(email: OutgoingEmail): Promise<HandOver>;
  /** Whether the provider has accepted this Message-ID before. Absent where the provider cannot tell. */
  find?(organisationId: string, messageIdHeader: string): Promise<boolean>;
  /** Resolves when the provider's rate allows another call; awaited before the attempt is claimed. */
  turn?(): Promise<void>;
  /** Longest time that `send` takes in milliseconds; the claim of an attempt is good for a little more. */
  timeoutMs?: number;
}

/** An organisation as far as its choice of provider goes. */
export interface Sender {
  id: string;
  sandbox: boolean;
  /** Its own; absent or null: the installation's. */
  mailServer?: MailServer | null;
}
