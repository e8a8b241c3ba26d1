import { sql } from 'drizzle-orm';

/**
 * What a call `t` came to as a promise, to be joined: the invoices of those cases for which it was promised, and what was
 * said (`date`, `amount`): of all of them, else of the first.
 */
export const promiseSaid = sql`
  cross join lateral (
    select array_agg(c.invoice_id) as invoice_ids,
      coalesce(case when t.outcome = 'promised' then t.values end, (array_agg(c.values))[1]) as values
    from task_case c
    where c.task_id = t.id and c.left_at is null and coalesce(c.outcome, t.outcome) = 'promised'
  ) said`;
