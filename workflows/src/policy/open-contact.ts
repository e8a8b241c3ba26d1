/** A planned or reserved contact with all that decides whether it may leave. Instants ISO 8601 in UTC. */
export interface OpenContact {
  id: string;
  enrolmentId: string;
  invoiceId: string;
  entityId: string;
  currency: string;
  template: string;
  tone: number;
  /** Its scenario asks for the money before it comes to this. */
  demandBefore: boolean;
  minimumDistanceDays: number;
  status: string;
  waitingFor: string | null;
  slotAt: string | null;
  plannedAt: string;
  enrolmentStatus: string;
  closing: 'paid' | 'cancelled' | null;
  held: boolean;
  invoiceStatus: string;
  balance: number;
  /** The debtor or the invoice is kept out of automatic contact. */
  excluded: boolean;
  disputed: boolean;
  /** Somebody at the debtor's can be written to. */
  reachable: boolean;
  /** A person has read it and wants it to leave. */
  confirmed: boolean;
  /** The debtor has answered and is left alone until then. */
  quietUntil: string | null;
}

/** What holds for every message of an organisation at one instant. */
export interface SendingState {
  on: boolean;
  /** The last payment or list of open items is older than the organisation allows. */
  stale: boolean;
  /** Today's messages are many times the usual. */
  large: boolean;
}
