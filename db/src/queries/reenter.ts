import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/**
 * Lets invoices that are open again be enrolled again by the rules: the enrolments that ended because they seemed paid
 * stay ended. The locks of the invoices are held.
 */
export async function allowAgain(tx: Tx, organisationId: string, invoiceIds: readonly string[]): Promise<void> {
  if (invoiceIds.length === 0) return;
  await tx.execute(sql`
    update enrolment set may_reenter = true
    where org_id = ${organisationId} and id in (
      select id from enrolment
      where org_id = ${organisationId} and invoice_id = any(${sql.param(invoiceIds)}::uuid[])
        and (closing = 'paid' or (status = 'ended' and outcome_reason = 'paid'))
      order by id for no key update)`);
}
