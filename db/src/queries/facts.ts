import type { Calendar, Facts } from '@relance/workflows/engine';
import { sql, type SQL } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '../client.ts';
import { calendarOf } from './calendar.ts';
import { openCredits } from './open-credit.ts';

/** The scenario's settings: calendar and zone of a debtor without country. */
export interface Fallback {
  country: string;
  timeZone: string;
}

export interface FactsRequest {
  enrolmentId: string;
  fallback: Fallback;
}

/** A promise is broken when its date and this many business days have passed and the invoice is still open. */
const PROMISE_GRACE_DAYS = 2;

/** What the world looks like for one enrolment at an instant of the organisation's time, in one statement. */
export async function readFacts(
  tx: Tx,
  organisationId: string,
  { now, ...request }: FactsRequest & { now: string },
): Promise<Facts> {
  const facts = (await readFactsOf(tx, organisationId, { now, requests: [request] })).get(request.enrolmentId);
  if (!facts) throw new Error(`enrolment ${request.enrolmentId} has no facts`);
  return facts;
}

/** The same for many enrolments, still in one statement, by the enrolment's id. */
export async function readFactsOf(
  tx: Tx,
  organisationId: string,
  { now, requests }: { now: string; requests: readonly FactsRequest[] },
): Promise<Map<string, Facts>> {
  const fallbacks = new Map(requests.map(({ enrolmentId, fallback }) => [enrolmentId, fallback]));
  const cases = sql`
    select e.id as subject, e.invoice_id, e.debtor_id from enrolment e
    where e.id = any(${sql.param([...fallbacks.keys()])}::uuid[]) and e.org_id = ${organisationId}`;
  const { rows } = await tx.execute<FactsRow>(factsOf(organisationId, cases, now));
  const calendarFor = calendars();
  return new Map(
    rows.flatMap((row) => {
      const fallback = fallbacks.get(row.subject);
      return fallback ? [[row.subject, factsIn(row, fallback, calendarFor)]] : [];
    }),
  );
}

/**
 * The same for invoices that nobody follows yet, by the invoice's id: each waits to be told the fallback, because which
 * scenario takes the invoice is decided by the facts themselves.
 */
export async function readInvoiceFacts(
  tx: Tx,
  organisationId: string,
  { now, invoiceIds }: { now: string; invoiceIds: readonly string[] },
): Promise<Map<string, (fallback: Fallback) => Facts>> {
  const invoices = sql`
    select i.id as subject, i.id as invoice_id, i.debtor_id from invoice i
    where i.id = any(${sql.param([...invoiceIds])}::uuid[]) and i.org_id = ${organisationId}`;
  const { rows } = await tx.execute<FactsRow>(factsOf(organisationId, invoices, now));
  const calendarFor = calendars();
  return new Map(rows.map((row) => [row.subject, (fallback) => factsIn(row, fallback, calendarFor)]));
}

type CalendarFor = (row: FactsRow, fallback: Fallback) => Calendar;

/** Calendars are the same for many invoices: each is made once. */
function calendars(): CalendarFor {
  const made = new Map<string, Calendar>();
  return ({ country, closures, issue_date, due_date, today }, fallback) => {
    const dates = [issue_date, due_date, today].filter((date) => date !== null);
    const years = { from: Math.min(...dates.map(yearOf)), to: yearOf(today) + 1 };
    const key = JSON.stringify([country, fallback, years]);
    const calendar = made.get(key) ?? calendarOf({ country, fallback, closures, years });
    made.set(key, calendar);
    return calendar;
  };
}

function factsIn(row: FactsRow, fallback: Fallback, calendarFor: CalendarFor): Facts {
  const calendar = calendarFor(row, fallback);
  const money = (amount: string) => ({ amount: Number(amount), currency: row.currency });
  const lastContactAt = row.last_contact_at === null ? null : new Date(row.last_contact_at).toISOString();
  return {
    values: {
      'invoice.balance': money(row.balance),
      'invoice.total': money(row.total),
      'invoice.daysOverdue': row.days_overdue,
      'invoice.daysUntilDue': 0 - row.days_overdue,
      'invoice.currency': row.currency,
      'invoice.number': row.number,
      'account.ref': row.account_ref,
      'debtor.overdue': money(row.overdue),
      'debtor.overdueCount': row.overdue_count,
      'debtor.oldestDays': row.oldest_days,
      'debtor.gravestTone90': row.gravest_tone,
      'debtor.lastContactDays': row.last_contact_days,
      'debtor.brokenPromises': countBroken(row.promises, row.today, calendar),
      'debtor.credits': money(row.credits),
      'debtor.kind': row.kind,
      'debtor.segment': row.segment,
      'debtor.owner': row.owner,
      'debtor.country': row.country,
      'debtor.language': row.language,
      'entity.id': row.entity_id,
      'entity.name': row.entity_name,
    },
    issueDate: row.issue_date,
    dueDate: row.due_date,
    lastContactAt,
    calendar,
  };
}

type FactsRow = {
  /** Of the enrolment or the invoice whose facts these are. */
  subject: string;
  number: string;
  account_ref: string;
  entity_id: string;
  entity_name: string;
  language: string | null;
  today: string;
  country: string | null;
  kind: string;
  segment: string | null;
  owner: string | null;
  balance: string;
  total: string;
  currency: string;
  issue_date: string | null;
  due_date: string;
  days_overdue: number;
  overdue: string;
  overdue_count: number;
  oldest_days: number;
  gravest_tone: number | null;
  last_contact_at: string | Date | null;
  last_contact_days: number | null;
  credits: string;
  promises: { taskId: string; date: string | null }[];
  closures: string[];
};

/** Days are the organisation's, as on every page; `debtor.overdue` and `.credits` are in the invoice's currency. */
function factsOf(organisationId: string, subjects: SQL, now: string) {
  // planned apart: as one join of thirteen tables, planning takes many times as long as reading
  return sql`
    with it as materialized (
      select i.*, s.subject, d.country, d.kind, d.segment, d.owner, d.language, a.ref as account_ref, n.name as entity_name,
        t.now, o.time_zone, (t.now at time zone o.time_zone)::date as today
      from (${subjects}) s
      join invoice i on i.id = s.invoice_id
      join debtor d on d.id = s.debtor_id
      join account a on a.id = i.account_id
      join entity n on n.id = i.entity_id
      join organisation o on o.id = i.org_id
      cross join (select ${now}::timestamptz as now) t
    )
    select it.subject, it.today::text, it.country, it.kind, it.segment, it.owner, it.language, it.number, it.account_ref,
      it.entity_id, it.entity_name, it.balance, it.total, it.currency,
      it.issue_date::text, it.due_date::text, it.today - it.due_date as days_overdue,
      debts.*, messages.tone as gravest_tone, greatest(messages.last_at, calls.last_at) as last_contact_at,
      it.today - (greatest(messages.last_at, calls.last_at) at time zone it.time_zone)::date as last_contact_days,
      money_in.credits, promised.promises,
      array(select day::text from closure where org_id = ${organisationId} order by day) as closures
    from it
    cross join lateral (
      select coalesce(sum(o.balance) filter (where o.currency = it.currency), 0) as overdue,
        count(*)::int as overdue_count, coalesce(max(it.today - o.due_date), 0) as oldest_days
      from invoice o
      where o.debtor_id = it.debtor_id and o.status = 'open' and o.balance > 0 and o.due_date < it.today
    ) debts
    cross join lateral (
      select max(m.handed_over_at) as last_at, max(m.tone) filter (where m.handed_over_at > it.now - interval '90 days') as tone
      from message m
      where m.debtor_id = it.debtor_id and m.handed_over_at is not null
    ) messages
    cross join lateral (
      select max(c.closed_at) as last_at
      from task c
      where c.debtor_id = it.debtor_id and c.kind = 'call' and c.status = 'done'
    ) calls
    cross join lateral (
      select coalesce(jsonb_agg(distinct jsonb_build_object('taskId', t.id, 'date', coalesce(c.values, t.values) ->> 'date')), '[]') as promises
      from task t
      join task_case c on c.task_id = t.id
      join invoice o on o.id = c.invoice_id
      where t.debtor_id = it.debtor_id and c.left_at is null and coalesce(c.outcome, t.outcome) = 'promised'
        and o.status = 'open' and o.balance > 0
    ) promised
    cross join lateral (
      select coalesce(sum(open.amount), 0) as credits from (${openCredits}) open
      where open.debtor_id = it.debtor_id and open.currency = it.currency
    ) money_in`;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

/** A promise on a shared call is one promise, however many invoices it covers. */
function countBroken(promises: FactsRow['promises'], today: string, calendar: Facts['calendar']): number {
  const broken = new Set<string>();
  for (const { taskId, date } of promises) {
    if (date !== null && promiseDeadline(date, calendar) < today) broken.add(taskId);
  }
  return broken.size;
}

/** The last day on which money may come in before a promise counts as broken. */
export function promiseDeadline(date: string, { weekend, closed }: Facts['calendar']): string {
  let day = Temporal.PlainDate.from(date);
  for (let left = PROMISE_GRACE_DAYS; left > 0;) {
    day = day.add({ days: 1 });
    if (!weekend.includes(day.dayOfWeek) && !closed.includes(day.toString())) left -= 1;
  }
  return day.toString();
}
