import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { calendarOf } from './calendar.ts';
import { promiseDeadline } from './facts.ts';
import { promiseSaid } from './promise-said.ts';

export interface LastPromise {
  /** Day of the call, `YYYY-MM-DD`, in the organisation's zone. */
  calledOn: string;
  date: string;
  amount: { amount: number; currency: string } | null;
  /** Kept: what was promised has come in; broken: its date and two business days have passed without that. */
  state: 'pending' | 'kept' | 'broken';
}

/** What the debtor promised last, and whether it was kept; null: nothing yet. */
export async function readLastPromise(
  tx: Tx,
  organisationId: string,
  { debtorId, today }: { debtorId: string; today: string },
): Promise<LastPromise | null> {
  const { rows } = await tx.execute<PromiseRow>(sql`
    select said.values ->> 'date' as date, (said.values -> 'amount' ->> 'amount')::float8 as amount,
      said.values -> 'amount' ->> 'currency' as currency, (t.closed_at at time zone o.time_zone)::date::text as called_on,
      d.country, o.country as own_country, o.time_zone, open.still_open, coalesce(money_in.amount, 0)::float8 as paid,
      array(select day::text from closure where org_id = ${organisationId} order by day) as closures
    from task t
    join debtor d on d.id = t.debtor_id
    join organisation o on o.id = t.org_id
    ${promiseSaid}
    cross join lateral (
      select exists (select 1 from invoice i where i.id = any(said.invoice_ids) and i.status = 'open' and i.balance > 0)
        as still_open
    ) open
    cross join lateral (
      select sum(a.amount) as amount from allocation a where a.invoice_id = any(said.invoice_ids) and a.at > t.closed_at
    ) money_in
    where t.org_id = ${organisationId} and t.debtor_id = ${debtorId} and t.status = 'done'
      and said.values ->> 'date' is not null
    order by t.closed_at desc, t.id desc
    limit 1`);
  const [row] = rows;
  if (!row) return null;
  const { date, currency } = row;
  const amount = row.amount === null || currency === null ? null : { amount: row.amount, currency };
  const kept = !row.still_open || (amount !== null && row.paid >= amount.amount);
  const years = { from: Number(date.slice(0, 4)), to: Number(date.slice(0, 4)) + 1 };
  const fallback = { country: row.own_country, timeZone: row.time_zone };
  const calendar = calendarOf({ country: row.country, fallback, closures: row.closures, years });
  const state = kept ? 'kept' : promiseDeadline(date, calendar) < today ? 'broken' : 'pending';
  return { calledOn: row.called_on, date, amount, state };
}

type PromiseRow = {
  date: string;
  amount: number | null;
  currency: string | null;
  called_on: string;
  country: string | null;
  own_country: string;
  time_zone: string;
  still_open: boolean;
  paid: number;
  closures: string[];
};
