import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { KnownInvoice } from './import-invoice-rows.ts';

/** What an undo puts back of an invoice. */
export type InvoiceState = Pick<
  KnownInvoice,
  'total' | 'balance' | 'status' | 'issueDate' | 'dueDate' | 'url' | 'importedHash' | 'statedBalance' | 'listedIn'
>;

/** What an undo puts back of a credit. */
export interface CreditState {
  kind: string;
  issueDate: string | null;
  amount: number;
  balance: number;
  listedIn: string | null;
}

export type RowChange =
  | { kind: 'invoice'; rowId: string; act: ChangeAct; before: InvoiceState | null; after: InvoiceState }
  | { kind: 'credit'; rowId: string; act: ChangeAct; before: CreditState | null; after: CreditState };

type ChangeAct = 'created' | 'updated' | 'closed' | 'reopened';

/** Keeps what a list of open items did to each row, so that it can be taken back. */
export async function recordChanges(
  tx: Tx,
  organisationId: string,
  importId: string,
  changes: readonly RowChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(sql`
    insert into import_change (org_id, import_id, kind, row_id, act, before, after)
    select ${organisationId}, ${importId}, x.kind, x."rowId", x.act, nullif(x.before, 'null'::jsonb), x.after
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as x (kind text, "rowId" uuid, act text, before jsonb, after jsonb)`);
}

/** The change of an invoice that was written in between; `before` null for a new one. */
export function invoiceChange(before: KnownInvoice | null, after: KnownInvoice): RowChange {
  const act =
    before === null
      ? 'created'
      : before.balance > 0 && after.balance === 0
        ? 'closed'
        : before.status !== 'open' && after.balance > 0
          ? 'reopened'
          : 'updated';
  return { kind: 'invoice', rowId: after.id, act, before: before && stateOf(before), after: stateOf(after) };
}

export function stateOf(row: KnownInvoice): InvoiceState {
  const { total, balance, status, issueDate, dueDate, url, importedHash, statedBalance, listedIn } = row;
  return { total, balance, status, issueDate, dueDate, url, importedHash, statedBalance, listedIn };
}
