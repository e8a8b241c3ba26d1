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
  data: ImportedInvoice | ImportedDebtor | ImportedPayment;
}

/** What became of the lines of one batch. */
export interface BatchOutcome {
  created: number;
  updated: number;
  unchanged: number;
  rejections: Rejection[];
}
