import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';

export interface Span {
  /** Excluded. */
  from: string;
  /** Included. */
  to: string;
}

export interface Happening {
  id: string;
  at: string;
  debtorId: string | null;
  debtorName: string | null;
  enrolmentId: string | null;
  invoiceNumber: string | null;
  messageId: string | null;
  taskId: string | null;
  reason: string | null;
  amount: { amount: number; currency: string } | null;
}

/** What an advance tells of, from the trail and the payments of its span. */
export const TOLD = ['sent', 'bounced', 'not-sent', 'payments', 'closed', 'promised'] as const;
export type ToldLine = (typeof TOLD)[number];

/** From when to when the last advance went; null: none has ended. */
export async function readLastAdvance(tx: Tx, organisationId: string): Promise<Span | null> {
  const { rows } = await tx.execute<{ from: string | Date | null; to: string | Date | null }>(sql`
    select advanced_from as "from", advanced_to as "to" from clock where org_id = ${organisationId}`);
  const [row] = rows;
  if (!row || row.from === null || row.to === null) return null;
  return { from: new Date(row.from).toISOString(), to: new Date(row.to).toISOString() };
}

interface Source {
  kinds: readonly string[];
  /** What is told once, by its last row of the span. */
  once: SQL;
  only?: SQL;
}

const SOURCES: Record<Exclude<ToldLine, 'payments'>, Source> = {
  sent: { kinds: ['message-handed-over'], once: sql`a.message_id` },
  bounced: { kinds: ['message-bounced'], once: sql`a.message_id` },
  'not-sent': {
    kinds: ['contact-waiting', 'contact-dropped', 'message-refused'],
    once: sql`a.enrolment_id, a.node_id, a.visit`,
    // what was sent after all, or stands in another message, is not told here
    only: sql`not exists (
      select 1 from contact c where c.enrolment_id = a.enrolment_id and c.node_id = a.node_id and c.visit = a.visit
        and c.status in ('sent', 'covered'))`,
  },
  closed: { kinds: ['ended'], once: sql`a.enrolment_id` },
  promised: { kinds: ['task-completed'], once: sql`a.task_id`, only: sql`a.data ->> 'outcome' = 'promised'` },
};

function rowsOf(organisationId: string, line: ToldLine, { from, to }: Span): SQL {
  if (line === 'payments') {
    return sql`
      select id, at, debtor_id, null::uuid as enrolment_id, null::uuid as invoice_id, null::uuid as message_id,
        null::uuid as task_id, null::text as reason, amount, currency
      from payment
      where org_id = ${organisationId} and at > ${from} and at <= ${to}`;
  }
  const { kinds, once, only = sql`true` } = SOURCES[line];
  return sql`
    select distinct on (${once}) a.id, a.at, a.debtor_id, a.enrolment_id, a.invoice_id, a.message_id, a.task_id, a.reason,
      null::bigint as amount, null::text as currency
    from audit a
    where a.org_id = ${organisationId} and a.kind = any(${sql.param([...kinds])}::text[])
      and a.at > ${from} and a.at <= ${to} and ${only}
    order by ${once}, a.id desc`;
}

export interface ToldSum {
  line: ToldLine;
  count: number;
  reasons: { reason: string; count: number }[];
  amounts: { amount: number; currency: string }[];
}

/** How often each of it happened, why messages did not leave, and how much came in. */
export async function tellAdvance(tx: Tx, organisationId: string, of: Span): Promise<ToldSum[]> {
  const parts = TOLD.map(
    (line) => sql`select ${line}::text as line, reason, amount, currency from (${rowsOf(organisationId, line, of)}) r`,
  );
  const { rows } = await tx.execute<{
    line: ToldLine;
    reason: string | null;
    currency: string | null;
    count: number;
    amount: string | null;
  }>(sql`
    select line, reason, currency, count(*)::int as count, sum(amount)::text as amount
    from (${sql.join(parts, sql` union all `)}) told
    group by line, reason, currency
    order by line, count(*) desc, reason`);
  return TOLD.map((line) => {
    const mine = rows.filter((row) => row.line === line);
    return {
      line,
      count: mine.reduce((sum, { count }) => sum + count, 0),
      reasons:
        line === 'not-sent' ? mine.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }])) : [],
      amounts: mine.flatMap(({ amount, currency }) =>
        amount === null || currency === null ? [] : [{ amount: Number(amount), currency }],
      ),
    };
  });
}

/** The rows behind one of these numbers, in their order. */
export async function readHappenings(
  tx: Tx,
  organisationId: string,
  { line, of, most }: { line: ToldLine; of: Span; most: number },
): Promise<Happening[]> {
  const { rows } = await tx.execute<{
    id: string;
    at: string | Date;
    debtor_id: string | null;
    name: string | null;
    enrolment_id: string | null;
    number: string | null;
    message_id: string | null;
    task_id: string | null;
    reason: string | null;
    amount: string | null;
    currency: string | null;
  }>(sql`
    select r.id, r.at, r.debtor_id, d.name, r.enrolment_id, i.number, r.message_id, r.task_id, r.reason, r.amount, r.currency
    from (${rowsOf(organisationId, line, of)}) r
    left join debtor d on d.id = r.debtor_id
    left join invoice i on i.id = r.invoice_id
    order by r.at, r.id
    limit ${most}`);
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    debtorId: row.debtor_id,
    debtorName: row.name,
    enrolmentId: row.enrolment_id,
    invoiceNumber: row.number,
    messageId: row.message_id,
    taskId: row.task_id,
    reason: row.reason,
    amount:
      row.amount === null || row.currency === null ? null : { amount: Number(row.amount), currency: row.currency },
  }));
}
