import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/**
 * How an open invoice stands with the rules: `free` to be put into a scenario, followed already (`live`), kept out by a
 * person, contested, or `ended`: a follow-up of it is over for good.
 */
export type AssignableStanding = 'free' | 'live' | 'excluded' | 'disputed' | 'ended';

/** An open invoice with all that the rules may do with it, beside its facts. */
export interface Assignable {
  id: string;
  number: string;
  debtorId: string;
  debtorName: string;
  entityId: string;
  currency: string;
  balance: number;
  dueDate: string;
  standing: AssignableStanding;
  /** Its live case. */
  enrolmentId: string | null;
  scenarioId: string | null;
  held: boolean;
  /** Why it is kept out. */
  excludedReason: string | null;
  /** Scenarios that it has been through to its due date. */
  endedDueIn: string[];
}

export interface AssignableScope {
  invoiceIds?: readonly string[];
  only?: 'free';
}

/** Open invoices with a balance, by debtor. An ended case lets its invoice in again only if it ended `due` or a person allowed it. */
export async function readAssignable(
  tx: Tx,
  organisationId: string,
  { invoiceIds, only }: AssignableScope = {},
): Promise<Assignable[]> {
  const among = invoiceIds ? sql`and i.id = any(${sql.param([...invoiceIds])}::uuid[])` : sql``;
  const wanted = only ? sql`where standing = ${only}` : sql``;
  const { rows } = await tx.execute<Assignable & Record<string, unknown>>(sql`
    select * from (
      select i.id, i.number, i.debtor_id as "debtorId", d.name as "debtorName", i.entity_id as "entityId", i.currency,
        i.balance::float8 as balance, i.due_date::text as "dueDate",
        case
          when d.excluded or i.excluded then 'excluded'
          when last.status = 'live' then 'live'
          when i.disputed_at is not null then 'disputed'
          when last.id is null or last.outcome_reason = 'due' or last.may_reenter
            then 'free'
          else 'ended'
        end as standing,
        case when last.status = 'live' then last.id end as "enrolmentId",
        case when last.status = 'live' then last.scenario_id end as "scenarioId",
        coalesce(last.status = 'live' and last.held, false) as held,
        case when d.excluded then d.excluded_reason when i.excluded then i.excluded_reason end as "excludedReason",
        case when last.id is null then array[]::text[] else array(
          select distinct e.scenario_id::text from enrolment e
          where e.invoice_id = i.id and e.status = 'ended' and e.outcome_reason = 'due') end as "endedDueIn"
      from invoice i
      join debtor d on d.id = i.debtor_id
      left join lateral (
        select e.id, e.status, e.scenario_id, e.outcome_reason, e.may_reenter, e.held
        from enrolment e where e.invoice_id = i.id order by e.status = 'live' desc, e.id desc limit 1
      ) last on true
      where i.org_id = ${organisationId} and i.status = 'open' and i.balance > 0 ${among}
    ) it ${wanted}
    order by "debtorId", id`);
  return rows;
}

/** Locks invoices, ids ascending: what the rules decide of them holds until the transaction ends. */
export async function lockInvoices(tx: Tx, organisationId: string, invoiceIds: readonly string[]): Promise<void> {
  await tx.execute(sql`
    select id from invoice
    where org_id = ${organisationId} and id = any(${sql.param([...invoiceIds])}::uuid[])
    order by id for no key update`);
}
