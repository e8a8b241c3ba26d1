import { and, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { importChange } from '../schema/index.ts';
import type { CreditState, InvoiceState } from './import-change.ts';
import type { KnownCredit } from './import-credits.ts';
import { stateDiffers, WITHDRAWN, type KnownInvoice } from './import-invoice-rows.ts';

export type Change = typeof importChange.$inferSelect;

/** Rows as they are now and what an undo makes of them; numbers of those that have changed since. */
export interface UndoPlan<Now, State> {
  back: { now: Now; to: State; act: Change['act'] }[];
  left: string[];
}

/** What a list of open items has done, in the order in which it did it. */
export function readChanges(tx: Tx, organisationId: string, importId: string): Promise<Change[]> {
  return tx
    .select()
    .from(importChange)
    .where(and(eq(importChange.orgId, organisationId), eq(importChange.importId, importId)))
    .orderBy(importChange.id);
}

export function idsOf(changes: readonly Change[], kind: Change['kind']): string[] {
  return changes.filter((each) => each.kind === kind).map((each) => each.rowId);
}

export function planInvoices(
  changes: readonly Change[],
  rows: ReadonlyMap<string, KnownInvoice>,
): UndoPlan<KnownInvoice, InvoiceState> {
  const plan: UndoPlan<KnownInvoice, InvoiceState> = { back: [], left: [] };
  for (const { kind, rowId, act, before, after } of changes) {
    const now = kind === 'invoice' ? rows.get(rowId) : undefined;
    if (!now) continue;
    if (stateDiffers(now, after as unknown as InvoiceState)) plan.left.push(now.number);
    else plan.back.push({ now, act, to: before ? (before as unknown as InvoiceState) : withdrawn(now) });
  }
  return plan;
}

/** An invoice that only the undone list knew: nothing is left of it, and the next file that has it is right about it. */
function withdrawn(now: KnownInvoice): InvoiceState {
  const { total, issueDate, dueDate, url } = now;
  return {
    total,
    issueDate,
    dueDate,
    url,
    balance: 0,
    status: 'credited',
    importedHash: WITHDRAWN,
    statedBalance: null,
    listedIn: null,
  };
}

export function planCredits(
  changes: readonly Change[],
  rows: ReadonlyMap<string, KnownCredit>,
): UndoPlan<KnownCredit, CreditState> {
  const plan: UndoPlan<KnownCredit, CreditState> = { back: [], left: [] };
  for (const { kind, rowId, act, before, after } of changes) {
    const now = kind === 'credit' ? rows.get(rowId) : undefined;
    if (!now) continue;
    const became = after as unknown as CreditState;
    const was = before as unknown as CreditState | null;
    if (now.balance !== became.balance || now.amount !== became.amount) plan.left.push(now.number);
    else plan.back.push({ now, act, to: was ?? { ...became, balance: 0, listedIn: null } });
  }
  return plan;
}
