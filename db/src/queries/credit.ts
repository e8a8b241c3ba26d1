import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { openCredits } from './open-credit.ts';

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
    from (${openCredits}) open
    where org_id = ${organisationId} and debtor_id = ${debtorId}
    group by entity_id, currency
    order by currency, entity_id nulls last`);
  return rows.map((row) => ({ entityId: row.entity_id, currency: row.currency, amount: Number(row.amount) }));
}
