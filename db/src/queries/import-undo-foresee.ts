import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { ImportFigure } from '../schema/index.ts';
import type { InvoiceState } from './import-change.ts';
import { addTo } from './import-figure.ts';
import { readCreditRows } from './import-credits.ts';
import { readInvoiceRows } from './import-invoice-rows.ts';
import { idsOf, planCredits, planInvoices, readChanges } from './import-undo-plan.ts';
import { undoRefusal, type UndoRefusal } from './import-undo.ts';
import { readImport } from './import.ts';

/** What an undo would do now. Sums are balances: those that come back, and of withdrawn invoices those that go. */
export interface UndoForeseen {
  refusal: UndoRefusal | null;
  reopened: ImportFigure;
  changed: ImportFigure;
  withdrawn: ImportFigure;
  credits: ImportFigure;
  /** Numbers of what has changed since and would be left as it is. */
  left: string[];
  /** Invoices that come back whose enrolment has ended: it stays ended, the rules may begin a new one. */
  endedEnrolments: number;
}

/** Null when the organisation has no such import. Nothing is written or locked. */
export async function foreseeUndo(tx: Tx, organisationId: string, importId: string): Promise<UndoForeseen | null> {
  const job = await readImport(tx, organisationId, importId);
  if (!job) return null;
  const none = (): ImportFigure => ({ count: 0, sums: [] });
  const foreseen = { reopened: none(), changed: none(), withdrawn: none(), credits: none() };
  const refusal = await undoRefusal(tx, organisationId, job);
  if (refusal !== null) return { refusal, ...foreseen, left: [], endedEnrolments: 0 };
  const changes = await readChanges(tx, organisationId, importId);
  const invoices = planInvoices(changes, await readInvoiceRows(tx, idsOf(changes, 'invoice')));
  const credits = planCredits(changes, await readCreditRows(tx, idsOf(changes, 'credit')));
  for (const { now, to, act } of invoices.back) {
    if (act === 'created') addTo(foreseen.withdrawn, now.currency, now.balance);
    else if (act === 'closed') addTo(foreseen.reopened, now.currency, to.balance);
    else if (differs(now, to)) addTo(foreseen.changed, now.currency, to.balance);
  }
  for (const { now, to } of credits.back) addTo(foreseen.credits, now.currency, to.balance);
  const reopened = invoices.back.filter(({ act }) => act === 'closed').map(({ now }) => now.id);
  return {
    refusal,
    ...foreseen,
    left: [...invoices.left, ...credits.left],
    endedEnrolments: await countEnded(tx, organisationId, reopened),
  };
}

/** Not that a list has named it: what it says of it. */
function differs(now: InvoiceState, to: InvoiceState): boolean {
  return (
    now.balance !== to.balance ||
    now.total !== to.total ||
    now.dueDate !== to.dueDate ||
    now.issueDate !== to.issueDate ||
    now.url !== to.url
  );
}

async function countEnded(tx: Tx, organisationId: string, invoiceIds: readonly string[]): Promise<number> {
  const { rows } = await tx.execute<{ ended: number }>(sql`
    select count(distinct invoice_id)::int as ended from enrolment
    where org_id = ${organisationId} and invoice_id = any(${sql.param(invoiceIds)}::uuid[])
      and (closing = 'paid' or (status = 'ended' and outcome_reason = 'paid'))`);
  return rows[0]?.ended ?? 0;
}
