import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { debtor } from '../schema/index.ts';
import { textIn } from './text-in.ts';

/** What planned messages wait for, from a person's point of view. */
export const OUTBOX_VIEWS = ['decide', 'today', 'aside', 'stopped', 'blocked'] as const;
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
  /** What the contacts wait for; empty: their slot. */
  waitingFor: string[];
  reason: string | null;
  slotAt: string | null;
  /** Usable addresses of the debtor. */
  emails: string[];
  largest: boolean;
  firstContact: boolean;
  gravest: boolean;
}

interface OutboxRequest {
  view: OutboxView;
  search?: string | undefined;
  /** End of the organisation's day: what has a slot before it leaves today. */
  dayEnd: string;
  limit: number;
}

/** A tone from which a message threatens what may really follow. */
const GRAVE_TONE = 2;
/** The tenth of the messages with the largest sums. */
const LARGEST_SHARE = 0.1;

/** Which view a planned contact stands in; null: it leaves later by itself. */
const viewOf = (dayEnd: string): SQL => sql`case
  when c.waiting_for = 'person' or (c.waiting_for = 'confirmation' and c.reason is not null) then 'aside'
  when c.waiting_for in ('confirmation', 'stale', 'batch') then 'decide'
  when c.waiting_for = 'sending' then 'stopped'
  when c.waiting_for is not null then 'blocked'
  when c.slot_at < ${dayEnd} then 'today' end`;

/**
 * Planned messages by debtor, those that carry most risk first: a point each for one of the largest sums, a first demand
 * to the debtor and a grave tone; then by sum.
 */
export async function readPlannedGroups(
  tx: Tx,
  organisationId: string,
  { view, search, dayEnd, limit }: OutboxRequest,
): Promise<{ groups: PlannedGroup[]; total: number }> {
  const named = search === undefined ? sql`true` : textIn(debtor.name, search);
  const { rows } = await tx.execute<PlannedGroup & { total: number } & Record<string, unknown>>(sql`
    with planned as (
      select c.*, i.balance, ${viewOf(dayEnd)} as view
      from contact c join invoice i on i.id = c.invoice_id
      where c.org_id = ${organisationId} and c.status = 'planned'
    ), groups as (
      select debtor_id, entity_id, currency, array_agg(id::text order by id) as contact_ids,
        count(distinct invoice_id)::int as invoices, sum(balance)::float8 as amount, max(tone) as tone,
        array_agg(distinct template) as templates,
        coalesce(array_agg(distinct waiting_for) filter (where waiting_for is not null), '{}') as waiting_for,
        max(reason) as reason, min(slot_at) as slot_at
      from planned where view = ${view}
      group by debtor_id, entity_id, currency
    ), judged as (
      select g.*, debtor.name as debtor_name, n.name as entity_name,
        percent_rank() over (partition by g.currency order by g.amount desc) <= ${LARGEST_SHARE} as largest,
        g.tone >= ${GRAVE_TONE} as gravest,
        not exists (
          select 1 from message m where m.debtor_id = g.debtor_id and m.tone > 0 and m.handed_over_at is not null
        ) as first_contact,
        count(*) over ()::int as total
      from groups g join debtor on debtor.id = g.debtor_id join entity n on n.id = g.entity_id
      where ${named}
    )
    select debtor_id as "debtorId", debtor_name as "debtorName", entity_id as "entityId", entity_name as "entityName",
      currency, contact_ids as "contactIds", invoices, amount, tone, templates, waiting_for as "waitingFor", reason,
      slot_at as "slotAt", largest, first_contact as "firstContact", gravest, total,
      array(select btrim(p.email) from person p
        where p.debtor_id = judged.debtor_id and btrim(coalesce(p.email, '')) <> '' and p.email_status = 'usable'
        order by p.id) as emails
    from judged
    order by largest::int + first_contact::int + gravest::int desc, amount desc, debtor_name, debtor_id, entity_id, currency
    limit ${limit}`);
  return {
    groups: rows.map(({ total: _total, slotAt, ...row }) => ({
      ...row,
      slotAt: slotAt === null ? null : new Date(slotAt).toISOString(),
    })),
    total: rows[0]?.total ?? 0,
  };
}

/** How many messages stand in each view, counted by debtor, entity and currency. */
export async function countPlannedGroups(
  tx: Tx,
  organisationId: string,
  dayEnd: string,
): Promise<Record<OutboxView, number>> {
  const { rows } = await tx.execute<{ view: OutboxView | null; count: number }>(sql`
    select view, count(distinct (debtor_id, entity_id, currency))::int as count
    from (
      select c.debtor_id, c.entity_id, c.currency, ${viewOf(dayEnd)} as view
      from contact c where c.org_id = ${organisationId} and c.status = 'planned') planned
    group by view`);
  const counts: Record<OutboxView, number> = { decide: 0, today: 0, aside: 0, stopped: 0, blocked: 0 };
  for (const { view, count } of rows) if (view !== null) counts[view] = count;
  return counts;
}
