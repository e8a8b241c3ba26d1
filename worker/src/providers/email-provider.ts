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
}

/** Accepted, or refused for good (5xx, invalid recipient). A passing failure is thrown; the attempt's fate may then be unknown. */
export type HandOver = { accepted: true } | { accepted: false; reason: string };

export interface EmailProvider {
  name: string;
  send(email: OutgoingEmail): Promise<HandOver>;
  /** Whether the provider has accepted this Message-ID before. Absent where the provider cannot tell. */
  find?(organisationId: string, messageIdHeader: string): Promise<boolean>;
}
