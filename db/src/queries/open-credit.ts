import { sql } from 'drizzle-orm';

/**
 * What creditors owe debtors, a row each: credits that ledgers list and money that no invoice has taken. Where a ledger
 * lists unallocated money, it is the word on all that had come in by then: a payment of that debtor, creditor and currency
 * from before stands in it already, and is not counted beside it.
 */
export const openCredits = sql`
  select c.org_id, c.debtor_id, c.entity_id, c.currency, c.kind, c.number, c.issue_date as date, c.balance as amount
  from credit c where c.balance > 0
  union all
  select p.org_id, p.debtor_id, p.entity_id, p.currency, 'unallocated', coalesce(p.reference, ''), p.received_on, p.unallocated
  from payment p
  where p.unallocated > 0 and not exists (
    select 1 from credit c
    where c.debtor_id = p.debtor_id and c.currency = p.currency and c.entity_id = coalesce(p.entity_id, c.entity_id)
      and c.kind = 'unallocated' and c.balance > 0
      and (p.at <= c.updated_at or p.received_on < (c.updated_at at time zone 'UTC')::date))`;
