import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { appendAudit } from './audit.ts';
import { creditChange, creditEntry, lockCredits } from './import-credits.ts';
import { invoiceChange, recordChanges } from './import-change.ts';
import { adjust, lockInvoiceRows, readInvoiceRows } from './import-invoice-rows.ts';

export interface Closing {
  importId: string;
  entityId: string;
  actor: string;
  /** Organisation's time. */
  at: string;
  /** Real time: what was recorded later, the list could not know. */
  recordedBefore: string;
}

/**
 * Settles the next invoices of the entity that are open and not on the list, as a payment would: their cases end, what was
 * planned is withdrawn. Returns how many; zero when none is left.
 */
export async function closeAbsent(tx: Tx, organisationId: string, closing: Closing, limit: number): Promise<number> {
  const ids = await lockAbsent(tx, organisationId, 'invoice', closing, limit);
  const locked = await lockInvoiceRows(tx, ids);
  const open = [...locked.values()].filter((row) => row.status === 'open' && row.balance > 0);
  await adjust(
    tx,
    organisationId,
    closing,
    open.map((row) => ({ invoiceId: row.id, before: row.balance, after: 0 })),
  );
  const after = await readInvoiceRows(
    tx,
    open.map((row) => row.id),
  );
  await recordChanges(
    tx,
    organisationId,
    closing.importId,
    open.map((row) => invoiceChange(row, after.get(row.id) ?? row)),
  );
  return open.length;
}

/** Closes the next credits of the entity that are not on the list: the ledger has set them off. */
export async function closeAbsentCredits(
  tx: Tx,
  organisationId: string,
  closing: Closing,
  limit: number,
): Promise<number> {
  const ids = await lockAbsent(tx, organisationId, 'credit', closing, limit);
  const open = [...(await lockCredits(tx, ids)).values()].filter((row) => row.balance > 0);
  const { importId, at } = closing;
  await tx.execute(sql`
    update credit set balance = 0, updated_at = ${at}
    where org_id = ${organisationId} and id = any(${sql.param(open.map((row) => row.id))}::uuid[])`);
  await recordChanges(
    tx,
    organisationId,
    importId,
    open.map((row) => creditChange(row.id, row, { ...row, balance: 0 })),
  );
  await appendAudit(
    tx,
    organisationId,
    open.map((row) => creditEntry(row, 0, closing)),
  );
  return open.length;
}

const OPEN = { invoice: sql`status = 'open' and balance > 0`, credit: sql`balance > 0` };

/** The next rows that are not on the list; their debtors are locked, as everybody does who changes balances. */
async function lockAbsent(
  tx: Tx,
  organisationId: string,
  kind: 'invoice' | 'credit',
  { importId, entityId, recordedBefore }: Closing,
  limit: number,
): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string; debtor_id: string }>(sql`
    select id, debtor_id from ${sql.identifier(kind)}
    where org_id = ${organisationId} and entity_id = ${entityId} and ${OPEN[kind]}
      and listed_in is distinct from ${importId} and recorded_at < ${recordedBefore}
    order by id limit ${limit}`);
  await tx.execute(sql`
    select id from debtor where id = any(${sql.param(rows.map((row) => row.debtor_id))}::uuid[])
    order by id for no key update`);
  return rows.map((row) => row.id);
}
