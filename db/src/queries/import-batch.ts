import type { BatchOutcome } from './import-row.ts';

/** Lines of a file on their way into one entity's ledger. */
export interface Batch<Row> {
  importId: string;
  entityId: string;
  actor: string;
  /** Organisation's time. */
  at: string;
  /** Nothing is written; the outcome says what would happen. */
  dryRun: boolean;
  rows: readonly { line: number; hash: string; data: Row }[];
}

export interface InvoicesApplied extends BatchOutcome {
  /** Debtors of the lines that changed something. */
  debtorIds: string[];
  /** Debtors that got another address. */
  addressed: string[];
}
