import type { Tone } from '../engine/command.ts';
import type { Language } from '../messages/text.ts';
import type { Money } from '../plan/plan.ts';

/** One invoice as a message shows it. Amounts in minor units of the message's currency, dates `YYYY-MM-DD`. */
export interface InvoiceLine {
  number: string;
  issueDate: string | null;
  dueDate: string;
  total: number;
  balance: number;
}

/** Money that the creditor owes the debtor: taken off the total. `amount` in minor units above zero. */
export interface CreditLine {
  kind: 'credit-note' | 'unallocated';
  /** Its number, or the reference of a payment; empty: none. */
  number: string;
  date: string | null;
  amount: number;
}

/** All that blocks are rendered from: one debtor, one entity, one currency, on one day. */
export interface MessageContext {
  language: Language;
  tone: Tone;
  currency: string;
  /** Day of hand-over in the debtor's zone. */
  today: string;
  debtor: { kind: 'business' | 'public' | 'consumer' | 'unknown'; ref: string };
  person: { name: string } | null;
  entity: {
    name: string;
    legalForm: string;
    siren: string | null;
    address: string;
    /** Country whose law governs the contract. */
    country: string;
    accountHolder: string | null;
    iban: string | null;
    bic: string | null;
    dataNoticeUrl: string | null;
    /** Lines that every message ends with, above the legal line. */
    signature: string;
  };
  sender: { name: string; role: string; phone: string; email: string | null };
  /** Asked for: the table, by due date. */
  invoices: readonly InvoiceLine[];
  /** Credit notes and unallocated money of the same creditor and currency: negative lines of the table. */
  credits: readonly CreditLine[];
  /** Overdue too, listed for information. */
  otherOverdue: readonly InvoiceLine[];
  answerBy: string | null;
  /** Days of earlier messages that were handed over, ascending. */
  previousContacts: readonly string[];
  mediator: { name: string; address: string } | null;
  call: { date: string; outcome: string; summary: string | null } | null;
  promise: { amount: Money; date: string } | null;
}
