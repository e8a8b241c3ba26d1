import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** What the creditor owes a debtor in one currency: minor units above zero. Entity null: of no certain one. */
export interface DebtorCredit {
  entityId: string | null;
  currency: string;
  amount: number;
}

/** What has come in or been taken back for a debtor and no invoice has taken yet: open credits and unallocated money. */
export async function readDebtorCredits(tx: Tx, organisationId: string, debtorId: string): Promise<DebtorCredit[]> {
  const { rows } = await tx.execute<{ entity_id: string | null; currency: string; amount: string }>(sql`
    select entity_id, currency, sum(amount) as amount
    from (
      select entity_id, currency, balance as amount from credit
      where org_id = ${organisationId} and debtor_id = ${debtorId} and balance > 0
      union all
      select entity_id, currency, unallocated from payment
      where org_id = ${organisationId} and debtor_id = ${debtorId} and unallocated > 0
    ) each
    group by entity_id, currency
    order by currency, entity_id nulls last`);
  return rows.map((row) => ({ entityId: row.entity_id, currency: row.currency, amount: Number(row.amount) }));
}
