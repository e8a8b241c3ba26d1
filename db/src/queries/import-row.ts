import type { Rejection } from './import-field.ts';

/** What a line may say about a debtor, whatever the file is about; null: nothing. */
export interface DebtorColumns {
  name: string | null;
  kind: 'business' | 'public' | 'consumer' | 'unknown' | null;
  siren: string | null;
  language: 'fr' | 'en' | null;
  country: string | null;
  contactName: string | null;
  contactRole: string | null;
  email: string | null;
  phone: string | null;
  /** Only there where the line says it, so that lines without it keep their hash. */
  vatNumber?: string;
}

export interface ImportedDebtor {
  debtorRef: string;
  debtor: DebtorColumns;
}

/** Amounts in minor units, dates `YYYY-MM-DD`. At least one of total and balance is there. */
export interface ImportedInvoice extends ImportedDebtor {
  number: string;
  issueDate: string | null;
  dueDate: string;
  total: number | null;
  balance: number | null;
  currency: string;
  url: string | null;
}

/** A negative line of a list of open items: what the creditor owes. Amounts above or equal to zero. */
export interface ImportedCredit extends ImportedDebtor {
  credit: 'credit-note' | 'unallocated';
  number: string;
  issueDate: string | null;
  amount: number;
  balance: number;
  currency: string;
}

/**
 * A rejected line of a list of open items: the invoice that it speaks about stays as it is; where even its number cannot be
 * read, all open ones of the account do.
 */
export interface ImportedKept {
  kept: true;
  number: string | null;
  debtorRef: string | null;
}

export type OpenItem = ImportedInvoice | ImportedCredit | ImportedKept;

export interface ImportedPayment {
  externalId: string;
  receivedOn: string;
  amount: number;
  currency: string;
  debtorRef: string | null;
  invoiceNumbers: string[];
  reference: string | null;
}

/** A good line on its way into the ledger. `key` and `hash` are digests: what it speaks about, and all that it says. */
export interface StagedRow {
  line: number;
  key: string;
  hash: string;
  data: OpenItem | ImportedDebtor | ImportedPayment;
}

/** What became of the lines of one batch. */
export interface BatchOutcome {
  created: number;
  updated: number;
  unchanged: number;
  rejections: Rejection[];
}
