import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

interface Simulated {
  debtorId: string;
  /** The debtor's reference: the same in every life of a demo. */
  ref: string;
  group: string;
  traits: Record<string, unknown>;
}

export interface DeliveredMessage extends Simulated {
  id: string;
  at: string;
  tone: number;
  language: 'fr' | 'en';
  /** How many messages of tone 1 or more the debtor had before this one. */
  before: number;
  invoiceIds: string[];
}

const SIMULATED = sql`sd.debtor_id as "debtorId", d.external_ref as ref, sd."group", sd.traits`;
const notPlanned = (prefix: string, id: ReturnType<typeof sql>) => sql`
  not exists (select 1 from simulated_act a where a.org_id = sd.org_id and a.key = ${prefix} || ${id}::text)`;

/** Messages that reached a simulated debtor and that it has not made up its mind about. */
export async function readUnansweredMessages(
  tx: Tx,
  organisationId: string,
  since: string,
): Promise<DeliveredMessage[]> {
  const { rows } = await tx.execute<DeliveredMessage & Record<string, unknown>>(sql`
    select ${SIMULATED}, m.id, m.handed_over_at as at, m.tone, m.language,
      (select count(*)::int from message b where b.debtor_id = m.debtor_id and b.tone >= 1
        and b.handed_over_at < m.handed_over_at and b.status <> 'bounced') as before,
      array(select i.id from message_invoice mi join invoice i on i.id = mi.invoice_id
        where mi.message_id = m.id and mi.demanded order by i.number) as "invoiceIds"
    from message m
    join simulated_debtor sd on sd.debtor_id = m.debtor_id
    join debtor d on d.id = m.debtor_id
    where m.org_id = ${organisationId} and m.status in ('handed-over', 'delivered') and m.handed_over_at >= ${since}
      and ${notPlanned('message/', sql`m.id`)}
    order by m.handed_over_at, d.external_ref`);
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}

export interface KeptPromise extends Simulated {
  /** The call's id. */
  id: string;
  at: string;
  date: string;
  /** Calls of this debtor that ended in a promise before. */
  before: number;
  invoiceIds: string[];
}

/** Promises that simulated debtors gave on calls and that they have not made up their minds about. */
export async function readNewPromises(tx: Tx, organisationId: string, since: string): Promise<KeptPromise[]> {
  const { rows } = await tx.execute<KeptPromise & Record<string, unknown>>(sql`
    select ${SIMULATED}, t.id, t.closed_at as at, min(coalesce(c.values, t.values) ->> 'date') as date,
      (select count(*)::int from task b where b.debtor_id = t.debtor_id and b.kind = 'call' and b.status = 'done'
        and b.outcome = 'promised' and b.closed_at < t.closed_at) as before,
      array_agg(c.invoice_id order by i.due_date, i.number) as "invoiceIds"
    from task t
    join simulated_debtor sd on sd.debtor_id = t.debtor_id
    join debtor d on d.id = t.debtor_id
    join task_case c on c.task_id = t.id and c.left_at is null and coalesce(c.outcome, t.outcome) = 'promised'
    join invoice i on i.id = c.invoice_id
    where t.org_id = ${organisationId} and t.kind = 'call' and t.status = 'done' and t.closed_at >= ${since}
      and coalesce(c.values, t.values) ->> 'date' is not null and ${notPlanned('promise/', sql`t.id`)}
    group by sd.debtor_id, sd.org_id, d.external_ref, sd."group", sd.traits::text, sd.traits, t.id
    order by t.closed_at, d.external_ref`);
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}

export interface WaitingTask {
  id: string;
  kind: string;
  title: string;
  createdAt: string;
  ref: string;
}

/** Steps of the reference scenarios that a manager ends. */
const DECISIONS = ['decide', 'cannot-pay', 'approve', 'change', 'write-off'];

/** Tasks of the simulated colleague, or of all, that she has not seen; what a manager has to decide is not hers. */
export async function readTasksToTake(
  tx: Tx,
  organisationId: string,
  { owner, all }: { owner: string; all: boolean },
): Promise<WaitingTask[]> {
  const { rows } = await tx.execute<WaitingTask & Record<string, unknown>>(sql`
    select t.id, t.kind, t.title, t.created_at as "createdAt", d.external_ref as ref
    from task t
    join simulated_debtor sd on sd.debtor_id = t.debtor_id
    join debtor d on d.id = t.debtor_id
    where t.org_id = ${organisationId} and (t.status = 'open' or (t.status = 'claimed' and t.assignee = ${owner}))
      and (${all} or d.owner = ${owner} or t.assignee = ${owner})
      and t.kind in ('call', 'task', 'address', 'reply', 'unknown-delivery')
      and not exists (select 1 from task_case c where c.task_id = t.id and c.node_id = any(${sql.param(DECISIONS)}::text[]))
      and ${notPlanned('task/', sql`t.id`)}
    order by t.created_at, d.external_ref, t.kind`);
  return rows.map((row) => ({ ...row, createdAt: instantOf(row.createdAt) }));
}

export interface OwnInvoice extends Simulated {
  id: string;
  number: string;
  dueDate: string;
}

/** Open invoices of simulated debtors of some groups whose payment nobody has planned yet. */
export async function readUnplannedInvoices(
  tx: Tx,
  organisationId: string,
  groups: readonly string[],
): Promise<OwnInvoice[]> {
  const { rows } = await tx.execute<OwnInvoice & Record<string, unknown>>(sql`
    select ${SIMULATED}, i.id, i.number, i.due_date::text as "dueDate"
    from invoice i
    join simulated_debtor sd on sd.debtor_id = i.debtor_id
    join debtor d on d.id = i.debtor_id
    where i.org_id = ${organisationId} and i.status = 'open' and i.balance > 0
      and sd."group" = any(${sql.param([...groups])}::text[]) and ${notPlanned('invoice/', sql`i.id`)}
    order by i.number`);
  return rows;
}

const instantOf = (value: string | Date): string => new Date(value).toISOString();

/** An invoice of a simulated debtor with the account that it stands in. */
export interface PayableInvoice {
  id: string;
  number: string;
  entityId: string;
  ref: string;
  issueDate: string | null;
  dueDate: string;
  total: number;
  balance: number;
  currency: string;
}

const PAYABLE = sql`i.id, i.number, i.entity_id as "entityId", ac.ref, i.issue_date::text as "issueDate",
  i.due_date::text as "dueDate", i.total::float8 as total, i.balance::float8 as balance, i.currency`;

/** What is left to pay of some invoices, oldest first. */
export async function readPayable(
  tx: Tx,
  organisationId: string,
  invoiceIds: readonly string[],
): Promise<PayableInvoice[]> {
  const { rows } = await tx.execute<PayableInvoice & Record<string, unknown>>(sql`
    select ${PAYABLE} from invoice i join account ac on ac.id = i.account_id
    where i.org_id = ${organisationId} and i.id = any(${sql.param([...invoiceIds])}::uuid[])
      and i.status = 'open' and i.balance > 0
    order by i.due_date, i.number`);
  return rows;
}

/** Open invoices of the debtors of a group, the next due first; with `dueBy` those that are due by then. */
export async function readOpenOf(
  tx: Tx,
  organisationId: string,
  { group, dueBy = null }: { group: string; dueBy?: string | null },
): Promise<PayableInvoice[]> {
  const { rows } = await tx.execute<PayableInvoice & Record<string, unknown>>(sql`
    select ${PAYABLE} from invoice i join account ac on ac.id = i.account_id
    join simulated_debtor sd on sd.debtor_id = i.debtor_id and sd."group" = ${group}
    where i.org_id = ${organisationId} and i.status = 'open' and i.balance > 0
      and (${dueBy}::date is null or i.due_date <= ${dueBy}::date)
    order by i.due_date, i.number`);
  return rows;
}

/** Invoices about which a message is planned to leave after an instant, the next one first. */
export async function readContactedSoon(
  tx: Tx,
  organisationId: string,
  at: string,
): Promise<(PayableInvoice & { slotAt: string })[]> {
  const { rows } = await tx.execute<PayableInvoice & { slotAt: string } & Record<string, unknown>>(sql`
    select ${PAYABLE}, c.slot_at as "slotAt"
    from contact c join invoice i on i.id = c.invoice_id join account ac on ac.id = i.account_id
    join simulated_debtor sd on sd.debtor_id = i.debtor_id
    where c.org_id = ${organisationId} and c.status = 'planned' and c.slot_at > ${at} and c.tone >= 1
      and i.status = 'open' and i.balance > 0
    order by c.slot_at, i.number`);
  return rows.map((row) => ({ ...row, slotAt: instantOf(row.slotAt) }));
}

/** An account that is billed, with the last number of its ledger. */
export interface Billable {
  entityId: string;
  ref: string;
  currency: string;
  group: string;
  lastNumber: string;
}

/** The accounts of simulated debtors that go on buying, in the order of their references. */
export async function readBillable(tx: Tx, organisationId: string): Promise<Billable[]> {
  const { rows } = await tx.execute<Billable & Record<string, unknown>>(sql`
    select ac.entity_id as "entityId", ac.ref, sd."group", last.number as "lastNumber",
      (select i.currency from invoice i where i.account_id = ac.id order by i.number desc limit 1) as currency
    from account ac
    join simulated_debtor sd on sd.debtor_id = ac.debtor_id
    cross join lateral (
      select max(i.number) as number from invoice i where i.entity_id = ac.entity_id
    ) last
    where ac.org_id = ${organisationId} and sd."group" not in ('10', '12', '13', '14')
      and exists (select 1 from invoice i where i.account_id = ac.id)
    order by ac.ref`);
  return rows;
}

/** What the simulated colleague knows of a task and its debtor. */
export interface TaskCircumstances {
  status: string;
  kind: string;
  assignee: string | null;
  owner: string | null;
  /** Ids of its outcomes. */
  outcomes: string[];
  group: string;
  traits: Record<string, unknown>;
  /** The address that she finds when she asks for one. */
  addressFound: string;
}

export async function readTaskCircumstances(
  tx: Tx,
  organisationId: string,
  taskId: string,
): Promise<TaskCircumstances | null> {
  const { rows } = await tx.execute<TaskCircumstances & Record<string, unknown>>(sql`
    select t.status, t.kind, t.assignee, d.owner, sd."group", sd.traits,
      array(select o ->> 'id' from jsonb_array_elements(t.outcomes) with ordinality as x (o, n) order by n) as outcomes,
      'comptabilite.' || lower(d.external_ref) || '@atelier-lumen-clients.example' as "addressFound"
    from task t join debtor d on d.id = t.debtor_id join simulated_debtor sd on sd.debtor_id = t.debtor_id
    where t.org_id = ${organisationId} and t.id = ${taskId}`);
  return rows[0] ?? null;
}
