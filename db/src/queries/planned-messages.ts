import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor } from '../schema/index.ts';
import type { WaitReason } from './contact.ts';
import { textIn } from './text-in.ts';

/** What planned messages wait for, from a person's point of view. */
export const OUTBOX_VIEWS = ['decide', 'today', 'later', 'aside', 'stopped', 'blocked'] as const;
export type OutboxView = (typeof OUTBOX_VIEWS)[number];

/** Planned contacts of one debtor, entity and currency: what would leave together, as far as policy lets it. */
export interface PlannedGroup {
  debtorId: string;
  debtorName: string;
  entityId: string;
  entityName: string;
  currency: string;
  contactIds: string[];
  invoices: number;
  /** Left to pay on these invoices, minor units. */
  amount: number;
  tone: number;
  templates: string[];
  /** What the contacts wait for, each once; empty: their slot. */
  waits: { for: WaitReason; reason: string | null }[];
  slotAt: string | null;
  /** Until when somebody has set aside what waits for confirmation. */
  asideUntil: string | null;
  /** Usable addresses of the debtor. */
  emails: string[];
  largest: boolean;
  firstContact: boolean;
  gravest: boolean;
}

/** Instants of the organisation: what has a slot before its day ends leaves today. */
export interface OutboxDay {
  now: string;
  dayEnd: string;
}

interface OutboxRequest extends OutboxDay {
  view: OutboxView;
  search?: string | undefined;
  limit: number;
  /** How many of the first to leave out. */
  skip: number;
}

/** A tone from which a message threatens what may really follow. */
const GRAVE_TONE = 2;
/** The tenth of the messages with the largest sums. */
const LARGEST_SHARE = 0.1;

/** Planned contacts, each with the view that it stands in. A confirmation that was put off comes back on its day. */
const plannedIn = (organisationId: string, { now, dayEnd }: OutboxDay): SQL => sql`
  select c.*, aside.until as aside_until, case
    when c.waiting_for = 'person' then 'aside'
    when c.waiting_for = 'confirmation' and c.reason is not null and (aside.until is null or aside.until > ${now}) then 'aside'
    when c.waiting_for in ('confirmation', 'stale', 'batch') then 'decide'
    when c.waiting_for = 'sending' then 'stopped'
    when c.waiting_for is not null then 'blocked'
    when c.slot_at < ${dayEnd} then 'today'
    else 'later' end as view
  from contact c
  left join lateral (
    select (a.data ->> 'until')::timestamptz as until from audit a
    where c.waiting_for = 'confirmation' and c.reason is not null
      and a.org_id = c.org_id and a.enrolment_id = c.enrolment_id and a.node_id = c.node_id and a.visit = c.visit
      and a.kind = 'contact-set-aside'
    order by a.id desc limit 1
  ) aside on true
  where c.org_id = ${organisationId} and c.status = 'planned'`;

/**
 * Planned messages by debtor, those that carry most risk first: a point each for one of the largest sums, a first demand
 * to the debtor and a grave tone; then by sum. All of a debtor stand together.
 */
export async function readPlannedGroups(
  tx: Tx,
  organisationId: string,
  { view, search, limit, skip, ...day }: OutboxRequest,
): Promise<{ groups: PlannedGroup[]; total: number }> {
  const named = search === undefined ? sql`true` : textIn(debtor.name, search);
  const { rows } = await tx.execute<PlannedGroup & { total: number } & Record<string, unknown>>(sql`
    with planned as (${plannedIn(organisationId, day)}), groups as (
      select c.debtor_id, c.entity_id, c.currency, array_agg(c.id::text order by c.id) as contact_ids,
        count(distinct c.invoice_id)::int as invoices, sum(i.balance)::float8 as amount, max(c.tone) as tone,
        array_agg(distinct c.template) as templates,
        coalesce(jsonb_agg(distinct jsonb_build_object('for', c.waiting_for, 'reason', c.reason))
          filter (where c.waiting_for is not null), '[]') as waits,
        min(c.slot_at) as slot_at, max(c.aside_until) as aside_until
      from planned c join invoice i on i.id = c.invoice_id
      where c.view = ${view}
      group by c.debtor_id, c.entity_id, c.currency
    ), judged as (
      select g.*,
        percent_rank() over (partition by g.currency order by g.amount desc) <= ${LARGEST_SHARE} as largest,
        g.tone >= ${GRAVE_TONE} as gravest,
        not exists (
          select 1 from message m where m.debtor_id = g.debtor_id and m.tone > 0 and m.handed_over_at is not null
        ) as first_contact
      from groups g
    ), ranked as (
      select j.*, debtor.name as debtor_name, n.name as entity_name, count(*) over ()::int as total,
        largest::int + first_contact::int + gravest::int as points
      from judged j join debtor on debtor.id = j.debtor_id join entity n on n.id = j.entity_id
      where ${named}
    )
    select debtor_id as "debtorId", debtor_name as "debtorName", entity_id as "entityId", entity_name as "entityName",
      currency, contact_ids as "contactIds", invoices, amount, tone, templates, waits, slot_at as "slotAt",
      aside_until as "asideUntil", largest, first_contact as "firstContact", gravest, total,
      array(select btrim(p.email) from person p
        where p.debtor_id = ranked.debtor_id and btrim(coalesce(p.email, '')) <> '' and p.email_status = 'usable'
        order by p.id) as emails
    from ranked
    window mine as (partition by debtor_id)
    order by max(points) over mine desc, max(amount) over mine desc, debtor_name, debtor_id, points desc, amount desc,
      entity_id, currency
    limit ${limit} offset ${skip}`);
  return {
    groups: rows.map(({ total: _total, slotAt, asideUntil, ...row }) => ({
      ...row,
      slotAt: slotAt && new Date(slotAt).toISOString(),
      asideUntil: asideUntil && new Date(asideUntil).toISOString(),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** Planned contacts of one debtor that stand in a view. */
export async function readPlannedIds(
  tx: Tx,
  organisationId: string,
  { debtorId, view, ...day }: OutboxDay & { debtorId: string; view: OutboxView },
): Promise<Set<string>> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id::text from (${plannedIn(organisationId, day)} and c.debtor_id = ${debtorId}) planned where view = ${view}`);
  return new Set(rows.map(({ id }) => id));
}

/** Cases that have been enrolled and whose first step has not run yet: what they plan is still to come. */
export async function countEntering(tx: Tx, organisationId: string): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from enrolment
    where org_id = ${organisationId} and status = 'live' and state is null and incident_code is null`);
  return rows[0]?.count ?? 0;
}

export interface PlannedCounts {
  views: Record<OutboxView, number>;
  /** Messages that an old ledger or a large batch has stopped. */
  stale: number;
  batch: number;
}

/** How many messages stand in each view, counted by debtor, entity and currency. */
export async function countPlannedGroups(tx: Tx, organisationId: string, day: OutboxDay): Promise<PlannedCounts> {
  const { rows } = await tx.execute<{ view: OutboxView; count: number; stale: number; batch: number }>(sql`
    select view, count(distinct (debtor_id, entity_id, currency))::int as count,
      count(distinct (debtor_id, entity_id, currency)) filter (where waiting_for = 'stale')::int as stale,
      count(distinct (debtor_id, entity_id, currency)) filter (where waiting_for = 'batch')::int as batch
    from (${plannedIn(organisationId, day)}) planned
    group by view`);
  const counts: PlannedCounts = {
    views: { decide: 0, today: 0, later: 0, aside: 0, stopped: 0, blocked: 0 },
    stale: 0,
    batch: 0,
  };
  for (const { view, count, stale, batch } of rows) {
    counts.views[view] = count;
    counts.stale += stale;
    counts.batch += batch;
  }
  return counts;
}
