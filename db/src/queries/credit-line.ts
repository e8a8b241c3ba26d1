import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { openCredits } from './open-credit.ts';

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
    select entity_id as "entityId", currency, kind, number, date::text as date, amount::float8 as amount
    from (${openCredits}) open
    where org_id = ${organisationId} and debtor_id = ${debtorId}
    order by date nulls first, kind, number`);
  return rows;
}
