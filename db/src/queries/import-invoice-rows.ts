import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import type { Batch } from './import-batch.ts';
import type { ImportedInvoice } from './import-row.ts';
import { settle, type BalanceChange } from './settle.ts';

/** In the place of a line's hash: the import that brought the invoice was undone, the next one that has it is right. */
export const WITHDRAWN = 'withdrawn';

/** An invoice as a line of a file finds it. Amounts in minor units. */
export interface KnownInvoice {
  id: string;
  number: string;
  debtorId: string;
  /** Of its account. */
  ref: string;
  currency: string;
  total: number;
  balance: number;
  status: 'open' | 'paid' | 'credited';
  issueDate: string | null;
  dueDate: string;
  url: string | null;
  importedHash: string | null;
  statedBalance: number | null;
  listedIn: string | null;
  /** Closed because a ledger said so, not by a payment recorded here. */
  closedByLedger: boolean;
}

type Row = { hash: string; data: ImportedInvoice };

const COLUMNS = sql`
  i.id, i.number, i.debtor_id as "debtorId", a.ref, i.currency, i.total::float8 as total, i.balance::float8 as balance,
  i.status, i.issue_date::text as "issueDate", i.due_date::text as "dueDate", i.url, i.imported_hash as "importedHash",
  i.stated_balance::float8 as "statedBalance", i.listed_in as "listedIn",
  i.status <> 'open' and coalesce((select j.after = 0 and j.import_id is not null from adjustment j
    where j.invoice_id = i.id order by j.id desc limit 1), false) as "closedByLedger"`;

/** Invoices of one entity by number. */
export async function findInvoices(
  tx: Tx,
  organisationId: string,
  { entityId, numbers }: { entityId: string; numbers: readonly string[] },
): Promise<Map<string, KnownInvoice>> {
  const found = await tx.execute<KnownInvoice & Record<string, unknown>>(sql`
    select ${COLUMNS} from invoice i join account a on a.id = i.account_id
    where i.org_id = ${organisationId} and i.entity_id = ${entityId} and i.number = any(${sql.param(numbers)}::text[])`);
  return new Map(found.rows.map((row) => [row.number, row]));
}

/** The same rows once their locks are held: what they are now. By id, in the order of the locks. */
export async function lockInvoiceRows(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownInvoice>> {
  await tx.execute(sql`
    select id from invoice where id = any(${sql.param(ids)}::uuid[]) order by id for no key update`);
  return readInvoiceRows(tx, ids);
}

export async function readInvoiceRows(tx: Tx, ids: readonly string[]): Promise<Map<string, KnownInvoice>> {
  const found = await tx.execute<KnownInvoice & Record<string, unknown>>(sql`
    select ${COLUMNS} from invoice i join account a on a.id = i.account_id
    where i.id = any(${sql.param(ids)}::uuid[]) order by i.id`);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** Whether somebody has changed the row since it was left in that state; on which list it stood is no change. */
export function stateDiffers(
  now: KnownInvoice,
  then: Pick<KnownInvoice, 'total' | 'balance' | 'status' | 'dueDate' | 'importedHash'>,
): boolean {
  return (
    now.total !== then.total ||
    now.balance !== then.balance ||
    now.status !== then.status ||
    now.dueDate !== then.dueDate ||
    now.importedHash !== then.importedHash
  );
}

/** What a line says is left to pay. */
export function statedBalance({ balance, total }: Pick<ImportedInvoice, 'balance' | 'total'>): number {
  return balance ?? total ?? 0;
}

/** Returns the new ids in the given order. `listedIn`: the list of open items that they stand in. */
export async function insertInvoices(
  tx: Tx,
  organisationId: string,
  { entityId, at, listedIn = null }: Pick<Batch<never>, 'entityId' | 'at'> & { listedIn?: string | null },
  rows: readonly (Row & { debtorId?: string; accountId?: string })[],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const values = rows.map(({ data, hash, debtorId, accountId }) => ({
    ...data,
    id: newId(),
    hash,
    debtorId,
    accountId,
    total: data.total ?? data.balance,
    balance: statedBalance(data),
  }));
  await tx.execute(sql`
    insert into invoice (id, org_id, entity_id, account_id, debtor_id, number, issue_date, due_date, total, balance,
      currency, status, url, imported_hash, stated_balance, listed_in, updated_at)
    select x.id, ${organisationId}, ${entityId}, x."accountId", x."debtorId", x.number, x."issueDate", x."dueDate", x.total,
      x.balance, x.currency, case when x.balance > 0 then 'open' else 'paid' end, x.url, x.hash, x.balance,
      ${listedIn}::uuid, ${at}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x (id uuid, "accountId" uuid, "debtorId" uuid, number text,
      "issueDate" date, "dueDate" date, total bigint, balance bigint, currency text, url text, hash text)
    order by x.number`);
  return values.map(({ id }) => id);
}

/** All that a line says but the balance, which is an adjustment of its own. */
export async function updateInvoices(
  tx: Tx,
  { at }: { at: string },
  rows: readonly (Row & { known: { id: string } })[],
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ data, hash, known }) => ({ ...data, id: known.id, hash, stated: statedBalance(data) }));
  await tx.execute(sql`
    update invoice set issue_date = coalesce(x."issueDate", issue_date), due_date = x."dueDate",
      total = coalesce(x.total, greatest(invoice.total, x.balance)), url = coalesce(x.url, invoice.url),
      imported_hash = x.hash, stated_balance = x.stated, updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as x (id uuid, "issueDate" date, "dueDate" date, total bigint,
      balance bigint, url text, hash text, stated bigint)
    where invoice.id = x.id`);
}

export interface Adjustment {
  invoiceId: string;
  before: number;
  after: number;
}

/** Writes other balances with their reason, and all that follows from them. The locks are held. */
export async function adjust(
  tx: Tx,
  organisationId: string,
  { importId, actor, at, by = 'money' }: Pick<Batch<never>, 'importId' | 'actor' | 'at'> & { by?: BalanceChange['by'] },
  adjustments: readonly Adjustment[],
): Promise<void> {
  if (adjustments.length === 0) return;
  await tx.execute(sql`
    insert into adjustment (org_id, invoice_id, before, after, import_id, at)
    select ${organisationId}, x."invoiceId", x.before, x.after, ${importId}, ${at}
    from jsonb_to_recordset(${JSON.stringify(adjustments)}::jsonb) as x ("invoiceId" uuid, before bigint, after bigint)`);
  const changes = adjustments.map(({ invoiceId, after }): BalanceChange => ({ invoiceId, balance: after, by }));
  await settle(tx, organisationId, changes, { actor, at, cause: importId });
}
