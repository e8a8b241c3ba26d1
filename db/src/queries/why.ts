import type { Deferral, DeferralReason } from '@relance/workflows/policy';
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** Whose messages are asked about: all of a debtor's, or those of one of its cases. */
export interface WhyScope {
  debtorId: string;
  enrolmentId: string | null;
}

const MOST = 20;
const within = ({ debtorId, enrolmentId }: WhyScope): SQL =>
  enrolmentId === null
    ? sql`c.debtor_id = ${debtorId}`
    : sql`c.debtor_id = ${debtorId} and c.enrolment_id = ${enrolmentId}`;
const instantOf = (value: string | Date): string => new Date(value).toISOString();

export interface SentMessage {
  messageId: string;
  at: string;
  versionId: string;
  nodeId: string;
  scenario: string;
  dueDate: string;
  invoices: number;
  confirmed: boolean;
  previousAt: string | null;
  tone: number;
  minimumDistanceDays: number;
  templateVersion: number | null;
  edited: boolean;
}

/** Messages that left, newest first, each with the gravest demand in it. */
export async function readSentMessages(tx: Tx, organisationId: string, scope: WhyScope): Promise<SentMessage[]> {
  const { rows } = await tx.execute<Record<keyof SentMessage, unknown>>(sql`
    select m.id as "messageId", m.handed_over_at as at, lead.version_id as "versionId", lead.node_id as "nodeId",
      lead.scenario, lead.due_date::text as "dueDate", lead.invoices::int, lead.confirmed, previous.at as "previousAt",
      m.tone, m.minimum_distance_days as "minimumDistanceDays", m.template_version as "templateVersion", m.edited
    from message m
    cross join lateral (
      select e.version_id, c.node_id, s.name as scenario, i.due_date, count(*) over () as invoices,
        bool_or(c.confirmed_at is not null) over () as confirmed
      from contact c
      join enrolment e on e.id = c.enrolment_id
      join scenario s on s.id = e.scenario_id
      join invoice i on i.id = c.invoice_id
      where c.message_id = m.id and c.status = 'sent'
      order by c.tone desc, ${scope.enrolmentId === null ? sql`` : sql`c.enrolment_id = ${scope.enrolmentId} desc,`} i.due_date, c.id
      limit 1
    ) lead
    left join lateral (
      select max(p.handed_over_at) as at from message p
      where p.org_id = m.org_id and p.debtor_id = m.debtor_id and p.tone > 0 and p.handed_over_at < m.handed_over_at
        and p.status in ('handed-over', 'delivered', 'unknown')
    ) previous on true
    where m.org_id = ${organisationId} and m.debtor_id = ${scope.debtorId} and m.status in ('handed-over', 'delivered')
      and exists (select 1 from contact c where c.message_id = m.id and c.status = 'sent' and ${within(scope)})
    order by m.handed_over_at desc, m.id desc
    limit ${MOST}`);
  return rows.map((row) => {
    const { at, previousAt, ...sent } = row as unknown as SentMessage;
    return { ...sent, at: instantOf(at), previousAt: previousAt && instantOf(previousAt) };
  });
}

export interface UnsentContact {
  contactId: string;
  enrolmentId: string;
  invoiceId: string;
  at: string;
  status: 'covered' | 'not-sent' | 'unknown' | 'cancelled';
  reason: string | null;
  coveredAt: string | null;
}

/** Planned messages that ended without leaving, or of which nobody knows, newest first. */
export async function readUnsentContacts(tx: Tx, organisationId: string, scope: WhyScope): Promise<UnsentContact[]> {
  const { rows } = await tx.execute<Record<keyof UnsentContact, unknown>>(sql`
    select c.id as "contactId", c.enrolment_id as "enrolmentId", c.invoice_id as "invoiceId",
      coalesce(c.settled_at, c.planned_at) as at, c.status, c.reason, m.handed_over_at as "coveredAt"
    from contact c
    left join message m on m.id = c.covered_by
    where c.org_id = ${organisationId} and ${within(scope)}
      and c.status in ('covered', 'not-sent', 'unknown', 'cancelled')
    order by coalesce(c.settled_at, c.planned_at) desc, c.id desc
    limit ${MOST}`);
  return rows.map((row) => {
    const { at, coveredAt, ...unsent } = row as unknown as UnsentContact;
    return { ...unsent, at: instantOf(at), coveredAt: coveredAt && instantOf(coveredAt) };
  });
}

/** Why slots of planned messages stand where they stand: the last time that each was moved. */
export async function readDeferrals(tx: Tx, organisationId: string, debtorIds: readonly string[]): Promise<Deferral[]> {
  const { rows } = await tx.execute<{ contactId: string; until: string; kind: string; reason: string }>(sql`
    select c.id as "contactId", a.data ->> 'until' as until, a.kind, a.reason
    from contact c
    cross join lateral (
      select a.data, a.kind, a.reason from audit a
      where a.org_id = c.org_id and a.enrolment_id = c.enrolment_id and a.node_id = c.node_id and a.visit = c.visit
        and a.kind in ('contact-deferred', 'contact-set-aside')
      order by a.id desc limit 1
    ) a
    where c.org_id = ${organisationId} and c.debtor_id = any(${sql.param(debtorIds)}::uuid[]) and c.status = 'planned'
      and c.slot_at is not null
      and a.data ->> 'until' is not null`);
  return rows.map(({ contactId, until, kind, reason }) => ({
    contactId,
    until,
    reason: kind === 'contact-set-aside' ? 'set-aside' : (reason as DeferralReason),
  }));
}

export interface IdleInvoiceRow {
  invoiceId: string;
  excluded: boolean;
  disputed: boolean;
  dueDate: string;
  lastEnd: string | null;
}

/** Open invoices of a debtor that no live case follows, the oldest first. */
export async function readIdleInvoices(tx: Tx, organisationId: string, debtorId: string): Promise<IdleInvoiceRow[]> {
  const { rows } = await tx.execute<Record<keyof IdleInvoiceRow, unknown>>(sql`
    select i.id as "invoiceId", (i.excluded or d.excluded) as excluded, i.disputed_at is not null as disputed,
      i.due_date::text as "dueDate",
      (select e.outcome_reason from enrolment e where e.invoice_id = i.id and e.status = 'ended'
        order by e.id desc limit 1) as "lastEnd"
    from invoice i
    join debtor d on d.id = i.debtor_id
    where i.org_id = ${organisationId} and i.debtor_id = ${debtorId} and i.status = 'open' and i.balance > 0
      and not exists (select 1 from enrolment e where e.invoice_id = i.id and e.status = 'live')
    order by i.due_date, i.id
    limit ${MOST}`);
  return rows as unknown as IdleInvoiceRow[];
}
