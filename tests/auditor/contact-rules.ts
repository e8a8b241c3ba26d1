import { sql, type SQL } from 'drizzle-orm';
import type { AuditRule } from './rule.ts';

/** Messages that left, whatever became of them then. */
const LEFT = sql`('handed-over', 'delivered', 'bounced')`;
/** Days between two written demands; messages in seven days and calls a day to businesses and to consumers. */
const DISTANCE_DAYS = 5;
const MESSAGES = { business: 4, consumer: 3 };
const OFFICE = { from: '09:00', until: '17:15' };
const CALLS = { business: 2, consumer: 1 };

/** The place in the trail of the line that says a message was handed over about an invoice. */
const handedOver = sql`
  select a.id as line, a.at, a.enrolment_id, m.id as message_id, m.org_id, m.debtor_id, m.tone, mi.invoice_id, mi.demanded
  from message m
  join message_invoice mi on mi.message_id = m.id
  join lateral (
    select a.* from audit a
    where a.debtor_id = m.debtor_id and a.message_id = m.id and a.kind = 'message-handed-over'
    order by (a.invoice_id = mi.invoice_id) desc, a.id limit 1
  ) a on true`;

/** Whether the last line of the trail about a subject before another line is one of these kinds. */
const stood = (subject: SQL, kinds: { on: readonly string[]; off: readonly string[] }): SQL => sql`
  (select s.kind = any(${sql.param(kinds.on)}::text[]) from audit s
   where ${subject} and s.kind = any(${sql.param([...kinds.on, ...kinds.off])}::text[])
     and (s.at, s.id) < (h.at, h.line)
   order by s.at desc, s.id desc limit 1)`;

export const CONTACT_RULES: readonly AuditRule[] = [
  {
    name: 'two demands within the minimum distance',
    violations: (organisationId) => sql`
      select one.id as first, two.id as second, one.handed_over_at, two.handed_over_at as then
      from message one
      join message two on two.debtor_id = one.debtor_id and two.id <> one.id and two.handed_over_at >= one.handed_over_at
        and two.handed_over_at < one.handed_over_at
          + make_interval(days => greatest(${DISTANCE_DAYS}, one.minimum_distance_days, two.minimum_distance_days))
      where one.org_id = ${organisationId} and one.tone > 0 and two.tone > 0 and one.status in ${LEFT} and two.status in ${LEFT}
        and (two.handed_over_at > one.handed_over_at or two.id > one.id)`,
  },
  {
    name: 'more messages in seven days than the cap',
    violations: (organisationId) => sql`
      select m.debtor_id, m.handed_over_at, count(*)::int as messages
      from message m join debtor d on d.id = m.debtor_id
      join message other on other.debtor_id = m.debtor_id and other.status in ${LEFT}
        and other.handed_over_at <= m.handed_over_at and other.handed_over_at > m.handed_over_at - interval '7 days'
      where m.org_id = ${organisationId} and m.status in ${LEFT}
      group by m.id, d.kind
      having count(*) > case d.kind when 'consumer' then ${MESSAGES.consumer}::int else ${MESSAGES.business}::int end`,
  },
  {
    // what a person has let go leaves at any time, a recap with its call; other countries have other zones and weekends
    name: 'a message out of office hours by itself',
    violations: (organisationId) => sql`
      select m.id, local.at::text from message m
      join debtor d on d.id = m.debtor_id join organisation o on o.id = m.org_id
      cross join lateral (select m.handed_over_at at time zone o.time_zone as at) local
      where m.org_id = ${organisationId} and m.status in ${LEFT} and m.template <> 'call-recap'
        and coalesce(d.country, o.country) = o.country
        and not exists (select 1 from contact c where c.message_id = m.id and c.confirmed_at is not null)
        and (extract(isodow from local.at) > 5 or local.at::time < ${OFFICE.from}::time or local.at::time > ${OFFICE.until}::time)`,
  },
  {
    name: 'more calls in a day than the cap',
    violations: (organisationId) => sql`
      select t.debtor_id, (t.closed_at at time zone o.time_zone)::date::text as day, count(*)::int as calls
      from task t join debtor d on d.id = t.debtor_id join organisation o on o.id = t.org_id
      where t.org_id = ${organisationId} and t.kind = 'call' and t.status = 'done'
      group by 1, 2, d.kind
      having count(*) > case d.kind when 'consumer' then ${CALLS.consumer}::int else ${CALLS.business}::int end`,
  },
  {
    name: 'one message accepted twice',
    violations: (organisationId) => sql`
      select message_id, count(*)::int as times from mail where org_id = ${organisationId}
      group by message_id having count(*) > 1`,
  },
  {
    name: 'a message that asks for nothing',
    violations: (organisationId) => sql`
      select m.id from message m
      where m.org_id = ${organisationId} and m.status in ${LEFT}
        and not exists (select 1 from message_invoice mi where mi.message_id = m.id and mi.demanded and mi.balance > 0)`,
  },
  {
    name: 'a demand for what was not due',
    violations: (organisationId) => sql`
      select m.id, i.number, i.due_date, m.handed_over_at
      from message m join message_invoice mi on mi.message_id = m.id join invoice i on i.id = mi.invoice_id
      join organisation o on o.id = m.org_id
      where m.org_id = ${organisationId} and m.status in ${LEFT} and m.tone > 0
        and i.due_date >= (m.handed_over_at at time zone o.time_zone)::date`,
  },
  {
    name: 'a message that names another sum than was owed',
    violations: (organisationId) => sql`
      select m.id, i.number, mi.balance::text as named, owed.balance::text as owed
      from message m join message_invoice mi on mi.message_id = m.id join invoice i on i.id = mi.invoice_id
      cross join lateral (
        select i.total
          - coalesce((select sum(a.amount) from allocation a where a.invoice_id = i.id and a.at <= m.handed_over_at), 0)
          - coalesce((select sum(j.before - j.after) from adjustment j
            where j.invoice_id = i.id and j.at <= m.handed_over_at), 0) as balance
      ) owed
      where m.org_id = ${organisationId} and m.status in ${LEFT} and (owed.balance <= 0 or owed.balance <> mi.balance)`,
  },
  {
    name: 'a demand that credits covered',
    violations: (organisationId) => sql`
      select m.id, asked.sum::text as asked, owing.sum::text as credit
      from message m
      cross join lateral (
        select sum(mi.balance) as sum from message_invoice mi where mi.message_id = m.id and mi.demanded
      ) asked
      cross join lateral (
        select sum(amount) as sum from (
          select c.balance as amount from credit c
          where c.debtor_id = m.debtor_id and c.entity_id = m.entity_id and c.currency = m.currency and c.at <= m.handed_over_at
          union all
          select p.unallocated from payment p
          where p.debtor_id = m.debtor_id and coalesce(p.entity_id, m.entity_id) = m.entity_id and p.currency = m.currency
            and p.at <= m.handed_over_at
            and not exists (select 1 from credit c where c.debtor_id = m.debtor_id and c.kind = 'unallocated' and c.balance > 0)
        ) each
      ) owing
      where m.org_id = ${organisationId} and m.status in ${LEFT} and m.tone > 0 and owing.sum >= asked.sum`,
  },
  {
    name: 'a severe message without the demand before it',
    violations: (organisationId) => sql`
      select m.id, i.number, m.handed_over_at
      from message m join message_invoice mi on mi.message_id = m.id and mi.demanded join invoice i on i.id = mi.invoice_id
      where m.org_id = ${organisationId} and m.status in ${LEFT} and m.tone >= 3
        and not exists (
          select 1 from message b join message_invoice bi on bi.message_id = b.id and bi.invoice_id = mi.invoice_id
          where b.status in ('handed-over', 'delivered') and b.tone between 1 and 2 and b.handed_over_at < m.handed_over_at)`,
  },
  {
    name: 'a severe message without a call attempted before it',
    violations: (organisationId) => sql`
      select m.id, c.enrolment_id, m.handed_over_at
      from message m join contact c on c.message_id = m.id
      where m.org_id = ${organisationId} and m.status in ${LEFT} and m.tone >= 3
        and not exists (
          select 1 from task_case k join task t on t.id = k.task_id
          where k.enrolment_id = c.enrolment_id and t.kind = 'call' and t.status = 'done' and t.closed_at < m.handed_over_at)`,
  },
  {
    name: 'a message to an excluded debtor or about an excluded invoice',
    violations: (organisationId) => sql`
      select h.message_id, h.invoice_id, h.at from (${handedOver}) h
      join debtor d on d.id = h.debtor_id join invoice i on i.id = h.invoice_id
      where h.org_id = ${organisationId} and (
        coalesce(${stood(sql`s.debtor_id = h.debtor_id`, {
          on: ['debtor-excluded'],
          off: ['debtor-included'],
        })}, d.excluded and not exists (
          select 1 from audit s where s.debtor_id = d.id and s.kind in ('debtor-excluded', 'debtor-included')))
        or coalesce(${stood(sql`s.debtor_id = h.debtor_id and s.invoice_id = h.invoice_id`, {
          on: ['invoice-excluded'],
          off: ['invoice-included'],
        })}, i.excluded and not exists (
          select 1 from audit s where s.invoice_id = i.id and s.kind in ('invoice-excluded', 'invoice-included'))))`,
  },
  {
    name: 'a message about a disputed invoice',
    violations: (organisationId) => sql`
      select h.message_id, h.invoice_id, h.at from (${handedOver}) h
      where h.org_id = ${organisationId} and ${stood(sql`s.debtor_id = h.debtor_id and s.invoice_id = h.invoice_id`, {
        on: ['invoice-disputed'],
        off: ['dispute-settled'],
      })}`,
  },
  {
    name: 'a message about a held case',
    violations: (organisationId) => sql`
      select h.message_id, h.invoice_id, h.at from (${handedOver}) h
      join contact c on c.message_id = h.message_id and c.invoice_id = h.invoice_id
      where h.org_id = ${organisationId} and ${stood(sql`s.enrolment_id = c.enrolment_id`, {
        on: ['hold', 'held'],
        off: ['resume', 'resumed'],
      })}`,
  },
  {
    name: 'work that is left about an invoice that is settled',
    violations: (organisationId) => sql`
      select t.id, t.kind, i.number from task t join task_case k on k.task_id = t.id join invoice i on i.id = k.invoice_id
      where t.org_id = ${organisationId} and t.status in ('open', 'claimed') and k.left_at is null and i.status <> 'open'
      union all
      select c.id, 'contact', i.number from contact c join invoice i on i.id = c.invoice_id
      where c.org_id = ${organisationId} and c.status in ('planned', 'reserved') and i.status <> 'open'`,
  },
  {
    name: 'a case about which nothing will ever happen',
    violations: (organisationId) => sql`
      select e.id, e.incident_code from enrolment e
      where e.org_id = ${organisationId} and e.status = 'live' and (e.incident_code is not null or (
        not e.held and e.wake_at is null
        and not exists (select 1 from contact c where c.enrolment_id = e.id and c.status in ('planned', 'reserved'))
        and not exists (
          select 1 from task_case k join task t on t.id = k.task_id
          where k.enrolment_id = e.id and k.left_at is null and t.status in ('open', 'claimed'))))`,
  },
];
