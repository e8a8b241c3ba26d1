import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor, message } from '../schema/index.ts';

export type DebtorRow = typeof debtor.$inferSelect;

/** Keeps others from changing these debtors, ids ascending; those that are not there are left out. */
export function lockDebtors(tx: Tx, organisationId: string, ids: readonly string[]): Promise<DebtorRow[]> {
  return tx
    .select()
    .from(debtor)
    .where(and(eq(debtor.orgId, organisationId), inArray(debtor.id, [...ids])))
    .orderBy(asc(debtor.id))
    .for('no key update');
}

/** Locks all that hangs on a debtor and goes on, below the debtor itself, in the order of the whole application. */
export async function lockBelowDebtor(tx: Tx, organisationId: string, debtorId: string): Promise<void> {
  const mine = sql`org_id = ${organisationId} and debtor_id = ${debtorId}`;
  await tx.execute(sql`
    with i as materialized (
      select id from invoice where ${mine} order by id for no key update
    ), e as materialized (
      select id from enrolment
      where (select count(*) from i) >= 0 and ${mine} and status = 'live' order by id for no key update
    ), t as materialized (
      select id from task
      where (select count(*) from e) >= 0 and ${mine} and status in ('open', 'claimed') order by id for no key update
    ), c as materialized (
      select id from contact
      where (select count(*) from t) >= 0 and ${mine} and status in ('planned', 'reserved') order by id for no key update
    ), m as materialized (
      select id from message
      where (select count(*) from c) >= 0 and ${mine} and status in ('reserved', 'attempting') order by id for no key update
    )
    select count(*) from m`);
}

/** Whether a message of the debtor is being handed over at this moment. */
export async function isHandingOver(tx: Tx, organisationId: string, debtorId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.orgId, organisationId), eq(message.debtorId, debtorId), eq(message.status, 'attempting')))
    .limit(1);
  return rows.length > 0;
}
