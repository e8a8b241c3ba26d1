import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

export interface Quiescence {
  /** Nothing that is due at `at` is left to happen, incidents aside. */
  quiescent: boolean;
  /** Live enrolments that wait for somebody to look at them. */
  incidents: string[];
}

/**
 * Whether an organisation has nothing left to do at an instant of its time, read in one snapshot: no unconsumed event of
 * a live enrolment, nothing due, no rules to run, no message under way, nothing to poke.
 */
export async function readQuiescence(tx: Tx, organisationId: string, at: string): Promise<Quiescence> {
  const { rows } = await tx.execute<{ quiescent: boolean; incidents: string[] }>(sql`
    select not exists (${dueEnrolments(organisationId, at)})
      and not exists (${dueDebtors(organisationId, at)})
      and not exists (select 1 from organisation where id = ${organisationId} and assignment_at <= ${at})
      and not exists (select 1 from outbox where org_id = ${organisationId}) as quiescent,
      array(
        select id from enrolment where org_id = ${organisationId} and status = 'live' and incident_code is not null order by id
      ) as incidents`);
  const [row] = rows;
  if (!row) throw new Error('a select without from gave no row');
  return row;
}

/** Live enrolments with a fact to take in or a deadline that has come. */
export function dueEnrolments(organisationId: string, at: string) {
  return sql`
    select id from enrolment
    where org_id = ${organisationId} and status = 'live' and incident_code is null and wake_at <= ${at}
    union
    select e.id from event v join enrolment e on e.id = v.enrolment_id
    where v.org_id = ${organisationId} and v.consumed_seq is null
      and e.status = 'live' and v.no >= coalesce(e.incident_event_no, 0)`;
}

/** Debtors with a message to make, or one under way. */
export function dueDebtors(organisationId: string, at: string) {
  return sql`
    select debtor_id as id from contact
    where org_id = ${organisationId} and (status = 'reserved' or (status = 'planned' and slot_at <= ${at}))
    union
    select debtor_id from message where org_id = ${organisationId} and status in ('reserved', 'attempting')`;
}

/** The next instant at which something becomes due; null: nothing ever does by itself. */
export async function nextDueInstant(tx: Tx, organisationId: string): Promise<string | null> {
  const { rows } = await tx.execute<{ at: string | Date | null }>(sql`
    select least(
      (select min(wake_at) from enrolment where org_id = ${organisationId} and status = 'live' and incident_code is null),
      (select min(slot_at) from contact where org_id = ${organisationId} and status = 'planned'),
      (select assignment_at from organisation where id = ${organisationId}),
      (select min(at) from simulated_act where org_id = ${organisationId} and done_at is null)) as at`);
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at).toISOString();
}
