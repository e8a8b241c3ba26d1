import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { IncomingPayment, LedgerAccount, LedgerInvoice } from './allocate.ts';

/** Locks the debtors, then the invoices that these payments may concern, and reads them as they then are. */
export async function lockLedger(
  tx: Tx,
  organisationId: string,
  payments: readonly IncomingPayment[],
): Promise<{ invoices: LedgerInvoice[]; accounts: LedgerAccount[] }> {
  const numbers = new Set<string>();
  const refs = new Set<string>();
  for (const each of payments) {
    for (const number of each.invoiceNumbers ?? []) numbers.add(number);
    if (each.reference) numbers.add(each.reference);
    if (each.debtorRef) refs.add(each.debtorRef);
  }
  const accounts = await tx.execute<LedgerAccount & Record<string, unknown>>(sql`
    select ref, entity_id as "entityId", debtor_id as "debtorId" from account
    where org_id = ${organisationId} and ref = any(${sql.param([...refs])}::text[])`);
  const debtorIds = sql`${sql.param(accounts.rows.map((row) => row.debtorId))}::uuid[]`;
  const named = sql`org_id = ${organisationId} and number = any(${sql.param([...numbers])}::text[])`;
  // unions instead of "or": each side has its own index
  await tx.execute(sql`
    select id from debtor
    where org_id = ${organisationId}
      and id in (select debtor_id from invoice where ${named} union select unnest(${debtorIds}))
    order by id for no key update`);
  const invoices = await tx.execute<LedgerInvoice & Record<string, unknown>>(sql`
    select id, number, entity_id as "entityId", debtor_id as "debtorId", currency, due_date as "dueDate",
      balance::float8 as balance
    from invoice
    where org_id = ${organisationId} and id in (
      select id from invoice where ${named}
      union select id from invoice where debtor_id = any(${debtorIds}) and status = 'open')
    order by id for no key update`);
  return { invoices: invoices.rows, accounts: accounts.rows };
}
