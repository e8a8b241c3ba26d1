import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { writeDebtors } from './import-debtors.ts';
import type { Rejection } from './import-field.ts';
import type { BatchOutcome, ImportedInvoice } from './import-row.ts';
import { settle, type BalanceChange } from './settle.ts';

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

type BatchRow = Batch<ImportedInvoice>['rows'][number];

interface Known {
  id: string;
  number: string;
  ref: string;
  currency: string;
  importedHash: string | null;
}

export interface InvoicesApplied extends BatchOutcome {
  /** Debtors of the lines that changed something. */
  debtorIds: string[];
  /** Debtors that got another address. */
  addressed: string[];
}

/**
 * Brings invoices of one entity up to what lines say. A line equal to the last imported one changes nothing, whatever was
 * paid since; another balance wins, as an adjustment; no payment is ever made of it.
 */
export async function applyInvoices(
  tx: Tx,
  organisationId: string,
  batch: Batch<ImportedInvoice>,
): Promise<InvoicesApplied> {
  const known = await readKnown(tx, organisationId, batch);
  const rejections: Rejection[] = [];
  const fresh: BatchRow[] = [];
  const changed: (BatchRow & { known: Known })[] = [];
  let unchanged = 0;
  for (const row of batch.rows) {
    const existing = known.get(row.data.number);
    if (!existing) fresh.push(row);
    else if (existing.importedHash === row.hash) unchanged += 1;
    else if (existing.ref !== row.data.debtorRef) rejections.push(rejected(row, 'debtorRef', 'debtor-differs'));
    else if (existing.currency !== row.data.currency) rejections.push(rejected(row, 'currency', 'currency-differs'));
    else changed.push({ ...row, known: existing });
  }
  const outcome = { created: fresh.length, updated: changed.length, unchanged, rejections };
  const touched = [...fresh, ...changed];
  if (batch.dryRun || touched.length === 0) return { ...outcome, debtorIds: [], addressed: [] };
  const debtors = await writeDebtors(
    tx,
    organisationId,
    batch.entityId,
    touched.map((row) => row.data),
  );
  const balances = await lockBalances(
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
    changed.flatMap((row) => adjustmentOf(row, balances.get(row.known.id))),
  );
  const debtorIds = touched.map((row) => debtors.byRef.get(row.data.debtorRef)?.debtorId ?? '');
  return { ...outcome, debtorIds: [...new Set(debtorIds)], addressed: debtors.addressed };
}

function rejected(row: BatchRow, field: 'debtorRef' | 'currency', reason: Rejection['reason']): Rejection {
  return { line: row.line, field, value: row.data[field], reason };
}

async function readKnown(tx: Tx, organisationId: string, batch: Batch<ImportedInvoice>): Promise<Map<string, Known>> {
  const numbers = batch.rows.map((row) => row.data.number);
  const found = await tx.execute<Known & Record<string, unknown>>(sql`
    select i.id, i.number, a.ref, i.currency, i.imported_hash as "importedHash"
    from invoice i join account a on a.id = i.account_id
    where i.org_id = ${organisationId} and i.entity_id = ${batch.entityId} and i.number = any(${sql.param(numbers)}::text[])`);
  return new Map(found.rows.map((row) => [row.number, row]));
}

interface Balance {
  total: number;
  balance: number;
}

async function lockBalances(tx: Tx, ids: readonly string[]): Promise<Map<string, Balance>> {
  const found = await tx.execute<Balance & { id: string } & Record<string, unknown>>(sql`
    select id, total::float8 as total, balance::float8 as balance from invoice
    where id = any(${sql.param(ids)}::uuid[]) order by id for no key update`);
  return new Map(found.rows.map((row) => [row.id, row]));
}

async function insertInvoices(
  tx: Tx,
  organisationId: string,
  { entityId, at }: Batch<ImportedInvoice>,
  rows: readonly (BatchRow & { debtorId?: string; accountId?: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ data, hash, debtorId, accountId }) => ({
    ...data,
    id: newId(),
    hash,
    debtorId,
    accountId,
    total: data.total ?? data.balance,
    balance: data.balance ?? data.total,
  }));
  await tx.execute(sql`
    insert into invoice (id, org_id, entity_id, account_id, debtor_id, number, issue_date, due_date, total, balance,
      currency, status, url, imported_hash, updated_at)
    select x.id, ${organisationId}, ${entityId}, x."accountId", x."debtorId", x.number, x."issueDate", x."dueDate", x.total,
      x.balance, x.currency, case when x.balance > 0 then 'open' else 'paid' end, x.url, x.hash, ${at}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x (id uuid, "accountId" uuid, "debtorId" uuid, number text,
      "issueDate" date, "dueDate" date, total bigint, balance bigint, currency text, url text, hash text)
    order by x.number`);
}

async function updateInvoices(
  tx: Tx,
  { at }: Batch<ImportedInvoice>,
  rows: readonly (BatchRow & { known: Known })[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ data, hash, known }) => ({ ...data, id: known.id, hash }));
  await tx.execute(sql`
    update invoice set issue_date = coalesce(x."issueDate", issue_date), due_date = x."dueDate",
      total = coalesce(x.total, greatest(invoice.total, x.balance)), url = coalesce(x.url, invoice.url),
      imported_hash = x.hash, updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x (id uuid, "issueDate" date, "dueDate" date, total bigint,
      balance bigint, url text, hash text)
    where invoice.id = x.id`);
}

interface Adjustment {
  invoiceId: string;
  before: number;
  after: number;
}

/** A file without balances moves the balance by as much as the total; one with balances is right about them. */
function adjustmentOf({ data, known }: BatchRow & { known: Known }, now: Balance | undefined): Adjustment[] {
  if (!now) return [];
  const after = data.balance ?? Math.max(0, now.balance + (data.total ?? now.total) - now.total);
  return after === now.balance ? [] : [{ invoiceId: known.id, before: now.balance, after }];
}

async function adjust(
  tx: Tx,
  organisationId: string,
  { importId, actor, at }: Batch<ImportedInvoice>,
  adjustments: readonly Adjustment[],
): Promise<void> {
  if (adjustments.length === 0) return;
  await tx.execute(sql`
    insert into adjustment (org_id, invoice_id, before, after, import_id, at)
    select ${organisationId}, x."invoiceId", x.before, x.after, ${importId}, ${at}
    from jsonb_to_recordset(${JSON.stringify(adjustments)}::jsonb) as x ("invoiceId" uuid, before bigint, after bigint)`);
  const changes = adjustments.map(({ invoiceId, after }): BalanceChange => ({
    invoiceId,
    balance: after,
    by: 'money',
  }));
  await settle(tx, organisationId, changes, { actor, at, cause: importId });
}
