import type { Tone } from '../engine/command.ts';
import type { Money } from '../plan/plan.ts';

/** One invoice's planned part in a message to the debtor. Instants ISO 8601 in UTC, dates `YYYY-MM-DD`. */
export interface PlannedContact {
  id: string;
  enrolmentId: string;
  invoiceId: string;
  entityId: string;
  currency: string;
  tone: Tone;
  template: string;
  /** From when it may leave; null while it waits for a person. */
  slotAt: string | null;
  plannedAt: string;
  minimumDistanceDays: number;
  waitingFor: string | null;
  balance: Money;
  dueDate: string;
  held: boolean;
  disputed: boolean;
  paid: boolean;
}

/** A message to the debtor that is under way (`handedOverAt` null: reserved or attempting) or was handed over. */
export interface RecentMessage {
  id: string;
  entityId: string;
  tone: Tone;
  handedOverAt: string | null;
  /** The largest of the scenarios of its contacts. */
  minimumDistanceDays: number;
  /** Invoices that it demanded. */
  invoiceIds: string[];
  /** Invoices that stood there for information. */
  listedInvoiceIds: string[];
}

export interface OverdueInvoice {
  id: string;
  entityId: string;
  currency: string;
  dueDate: string;
  balance: Money;
}

/** Everything about one debtor that decides what leaves now. */
export interface DispatchInput {
  contacts: PlannedContact[];
  messages: RecentMessage[];
  /** Overdue invoices that nobody disputes or holds, with or without a contact. */
  overdue: OverdueInvoice[];
  now: string;
}

export interface NewMessage {
  entityId: string;
  currency: string;
  template: string;
  tone: Tone;
  minimumDistanceDays: number;
  contactIds: string[];
  listedInvoiceIds: string[];
}

export type KeepReason = 'not-ripe' | 'waiting' | 'message-under-way' | 'graver-first' | 'other-message-first';

/** Every contact given comes back exactly once: in a message, covered, deferred, waiting, dropped or kept as it is. */
export interface Dispatch {
  messages: NewMessage[];
  cover: { contactId: string; messageId: string }[];
  defer: { contactId: string; until: string; reason: 'distance' }[];
  wait: { contactId: string; waitingFor: 'hold' | 'dispute' }[];
  drop: { contactId: string; reason: 'paid' }[];
  keep: { contactId: string; reason: KeepReason }[];
}
