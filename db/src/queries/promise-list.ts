import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../client.ts';
import { calendarOf } from './calendar.ts';
import { promiseDeadline } from './facts.ts';
import { promiseSaid } from './promise-said.ts';

export interface MadePromise {
  taskId: string;
  debtorId: string;
  debtorName: string;
  madeAt: string;
  /** `YYYY-MM-DD`. */
  date: string;
  amount: { amount: number; currency: string } | null;
  /** When what was promised had come in, in time; null: it has not. */
  keptAt: string | null;
  /** When it counted as broken, or will: its date and two business days are over. */
  brokenAt: string;
}

type Row = {
  task_id: string;
  debtor_id: string;
  name: string;
  made_at: string | Date;
  date: string;
  amount: number | null;
  currency: string | null;
  still_open: boolean;
  country: string | null;
  own_country: string;
  time_zone: string;
  money_in: { at: string; amount: number }[];
  closures: string[];
};

/** Promises for a day from `since` on, oldest first, with whether and when each was kept. */
export async function readPromises(
  tx: Tx,
  organisationId: string,
  { since, most }: { since: string; most: number },
): Promise<MadePromise[]> {
  const { rows } = await tx.execute<Row>(sql`
    select t.id as task_id, t.debtor_id, d.name, t.closed_at as made_at, said.values ->> 'date' as date,
      (said.values -> 'amount' ->> 'amount')::float8 as amount, said.values -> 'amount' ->> 'currency' as currency,
      exists (select 1 from invoice i where i.id = any(said.invoice_ids) and i.status = 'open' and i.balance > 0) as still_open,
      d.country, o.country as own_country, o.time_zone,
      coalesce((
        select jsonb_agg(jsonb_build_object('at', a.at, 'amount', a.amount) order by a.at, a.id) from allocation a
        where a.invoice_id = any(said.invoice_ids) and a.at >= t.closed_at
      ), '[]') as money_in,
      array(select day::text from closure where org_id = ${organisationId} order by day) as closures
    from task t
    join debtor d on d.id = t.debtor_id
    join organisation o on o.id = t.org_id
    ${promiseSaid}
    where t.org_id = ${organisationId} and t.status = 'done' and said.values ->> 'date' >= ${since}
    order by said.values ->> 'date', t.id
    limit ${most}`);
  return rows.map(promiseOf);
}

function promiseOf(row: Row): MadePromise {
  const { date, currency } = row;
  const year = Number(date.slice(0, 4));
  const calendar = calendarOf({
    country: row.country,
    fallback: { country: row.own_country, timeZone: row.time_zone },
    closures: row.closures,
    years: { from: year, to: year + 1 },
  });
  const over = Temporal.PlainDate.from(promiseDeadline(date, calendar)).add({ days: 1 });
  const brokenAt = new Date(over.toZonedDateTime({ timeZone: row.time_zone }).epochMilliseconds).toISOString();
  const amount = row.amount === null || currency === null ? null : { amount: row.amount, currency };
  const paidAt = cameIn(row, amount?.amount ?? null);
  return {
    taskId: row.task_id,
    debtorId: row.debtor_id,
    debtorName: row.name,
    madeAt: new Date(row.made_at).toISOString(),
    date,
    amount,
    keptAt: paidAt !== null && paidAt < brokenAt ? paidAt : null,
    brokenAt,
  };
}

/** When the promised amount was there, or without one when nothing was left to pay. */
function cameIn({ money_in, still_open }: Row, promised: number | null): string | null {
  let sum = 0;
  for (const { at, amount } of money_in) {
    sum += amount;
    if (promised !== null && sum >= promised) return new Date(at).toISOString();
  }
  const last = money_in.at(-1);
  return still_open || !last ? null : new Date(last.at).toISOString();
}
