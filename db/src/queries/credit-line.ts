import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** One sum that a creditor owes a debtor, as a message shows it. Entity null: of no certain one. */
export interface CreditLineRow {
  entityId: string | null;
  currency: string;
  kind: 'credit-note' | 'unallocated';
  number: string;
  date: string | null;
  amount: number;
}

/** Open credits and money that no invoice has taken, oldest first. */
export async function readCreditLines(tx: Tx, organisationId: string, debtorId: string): Promise<CreditLineRow[]> {
  const { rows } = await tx.execute<CreditLineRow & Record<string, unknown>>(sql`
    select entity_id as "entityId", currency, kind, number, issue_date::text as date, balance::float8 as amount
    from credit where org_id = ${organisationId} and debtor_id = ${debtorId} and balance > 0
    union all
    select entity_id, currency, 'unallocated', coalesce(reference, ''), received_on::text, unallocated::float8
    from payment where org_id = ${organisationId} and debtor_id = ${debtorId} and unallocated > 0
    order by date nulls first, kind, number`);
  return rows;
}
