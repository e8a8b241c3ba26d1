import { differenceOf } from './import-invoices.ts';
import type { Rejection } from './import-field.ts';
import { statedBalance, type KnownInvoice } from './import-invoice-rows.ts';
import type { ImportedInvoice } from './import-row.ts';

export type Verdict =
  | {
      becomes: 'created' | 'changed' | 'unchanged' | 'reopened';
      balance: number;
      paidHere: boolean;
      /** The line is to be written: also of an invoice that no file has had yet and that the list finds as it is. */
      writes: boolean;
    }
  | { becomes: 'rejected'; rejection: Rejection };

/**
 * What a line of a list of open items makes of its invoice. What the list says is left is taken; while it says the same as
 * the last time, what payments recorded here have taken from it since stands. An invoice that a ledger had closed and now
 * lists again is open again.
 */
export function judgeInvoice(
  row: { line: number; hash: string; data: ImportedInvoice },
  known: KnownInvoice | undefined,
): Verdict {
  const stated = statedBalance(row.data);
  if (!known) return { becomes: 'created', balance: stated, paidHere: false, writes: true };
  const rejection = differenceOf(row, known);
  if (rejection) return { becomes: 'rejected', rejection };
  const same = known.statedBalance === null ? known.importedHash === row.hash : known.statedBalance === stated;
  const stands = same && !known.closedByLedger;
  const balance = stands ? known.balance : stated;
  const paidHere = stands && known.balance < stated;
  if (balance > 0 && known.status !== 'open') return { becomes: 'reopened', balance, paidHere, writes: true };
  const writes = balance !== known.balance || known.importedHash !== row.hash;
  const changes = known.importedHash === null ? balance !== known.balance || saysOther(row.data, known) : writes;
  return { becomes: changes ? 'changed' : 'unchanged', balance, paidHere, writes };
}

function saysOther({ total, dueDate, issueDate, url }: ImportedInvoice, known: KnownInvoice): boolean {
  return (
    dueDate !== known.dueDate ||
    (total !== null && total !== known.total) ||
    (issueDate !== null && issueDate !== known.issueDate) ||
    (url !== null && url !== known.url)
  );
}
