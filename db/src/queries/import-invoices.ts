import type { Tx } from '../client.ts';
import type { Batch, InvoicesApplied } from './import-batch.ts';
import { writeDebtors } from './import-debtors.ts';
import type { Rejection } from './import-field.ts';
import {
  adjust,
  findInvoices,
  insertInvoices,
  lockInvoiceRows,
  statedBalance,
  updateInvoices,
  WITHDRAWN,
  type Adjustment,
  type KnownInvoice,
} from './import-invoice-rows.ts';
import type { ImportedInvoice } from './import-row.ts';

type BatchRow = Batch<ImportedInvoice>['rows'][number];

/**
 * Brings invoices of one entity up to what lines say. A line equal to the last imported one changes nothing, whatever was
 * paid since; another balance wins, as an adjustment; no payment is ever made of it.
 */
export async function applyInvoices(
  tx: Tx,
  organisationId: string,
  batch: Batch<ImportedInvoice>,
): Promise<InvoicesApplied> {
  const { entityId } = batch;
  const numbers = batch.rows.map((row) => row.data.number);
  const found = await findInvoices(tx, organisationId, { entityId, numbers });
  const rejections: Rejection[] = [];
  const fresh: BatchRow[] = [];
  const changed: (BatchRow & { known: KnownInvoice })[] = [];
  let unchanged = 0;
  for (const row of batch.rows) {
    const known = found.get(row.data.number);
    const difference = known && differenceOf(row, known);
    if (!known) fresh.push(row);
    else if (known.importedHash === row.hash) unchanged += 1;
    else if (difference) rejections.push(difference);
    else changed.push({ ...row, known });
  }
  const outcome = { created: fresh.length, updated: changed.length, unchanged, rejections };
  const touched = [...fresh, ...changed];
  if (batch.dryRun || touched.length === 0) return { ...outcome, debtorIds: [], addressed: [] };
  const debtors = await writeDebtors(
    tx,
    organisationId,
    entityId,
    touched.map((row) => row.data),
  );
  const now = await lockInvoiceRows(
    tx,
    changed.map((row) => row.known.id),
  );
  await insertInvoices(
    tx,
    organisationId,
    batch,
    fresh.map((row) => ({ ...row, ...debtors.byRef.get(row.data.debtorRef) })),
  );
  await updateInvoices(tx, batch, changed);
  await adjust(
    tx,
    organisationId,
    batch,
    changed.flatMap((row) => adjustmentOf(row, now.get(row.known.id))),
  );
  const debtorIds = touched.map((row) => debtors.byRef.get(row.data.debtorRef)?.debtorId ?? '');
  return { ...outcome, debtorIds: [...new Set(debtorIds)], addressed: debtors.addressed };
}

/** An invoice stays with its account and its currency: a line that says otherwise speaks of another one. */
export function differenceOf(
  { line, data }: { line: number; data: { debtorRef: string; currency: string } },
  known: { ref: string; currency: string },
): Rejection | null {
  if (known.ref !== data.debtorRef)
    return { line, field: 'debtorRef', value: data.debtorRef, reason: 'debtor-differs' };
  if (known.currency !== data.currency)
    return { line, field: 'currency', value: data.currency, reason: 'currency-differs' };
  return null;
}

/** A file without balances moves the balance by as much as the total; one with balances is right about them. */
function adjustmentOf({ data }: BatchRow, now: KnownInvoice | undefined): Adjustment[] {
  if (!now) return [];
  const after =
    data.balance ??
    (now.importedHash === WITHDRAWN
      ? statedBalance(data)
      : Math.max(0, now.balance + (data.total ?? now.total) - now.total));
  return after === now.balance ? [] : [{ invoiceId: now.id, before: now.balance, after }];
}
