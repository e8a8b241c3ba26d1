import type { WorkflowKind } from '@relance/workflows/contract';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { poke } from './outbox.ts';
import { dueDebtors, dueEnrolments, nextDueInstant } from './quiescence.ts';

export interface Advance {
  now: string;
  target: string;
  via: 'direct' | 'workflows';
}

/** The advance under way; null when there is none. */
export async function readAdvance(tx: Tx, organisationId: string): Promise<Advance | null> {
  const { rows } = await tx.execute<{
    now: string | Date;
    target: string | Date | null;
    via: Advance['via'] | null;
  }>(sql`
    select anchor_org as now, advancing_to as target, advance_via as via from clock where org_id = ${organisationId}`);
  const [row] = rows;
  if (!row || row.target === null) return null;
  return { now: instantOf(row.now), target: instantOf(row.target), via: row.via ?? 'direct' };
}

const QUARTER_MS = 900_000;

/** Nothing is due: moves the clock to the next due instant, rounded up to the quarter hour, never past the target. */
export async function moveClock(tx: Tx, organisationId: string, { target }: Advance, steps: number): Promise<void> {
  const next = await nextDueInstant(tx, organisationId);
  const rounded = next === null ? Infinity : Math.ceil(Date.parse(next) / QUARTER_MS) * QUARTER_MS;
  const to = new Date(Math.min(Date.parse(target), rounded)).toISOString();
  // somebody who has asked to stop meanwhile has brought the target nearer
  await tx.execute(sql`
    update clock set anchor_org = ${to}, anchor_real = clock_timestamp(), rev = rev + 1, advance_count = advance_count + ${steps}
    where org_id = ${organisationId} and anchor_org < ${to} and advancing_to >= ${to}`);
}

/** The target is reached: the relay and the sweeper look after the organisation again, and the story can be told. */
export async function endAdvance(tx: Tx, organisationId: string, steps: number): Promise<void> {
  await tx.execute(sql`
    update clock set advancing_to = null, advance_via = null, advancing_from = null, poked_at = null, poke_count = 0,
      advanced_from = coalesce(advancing_from, advanced_from), advanced_to = anchor_org, rev = rev + 1, advance_count = advance_count + ${steps}
    where org_id = ${organisationId} and advancing_to <= anchor_org`);
}

/** What was lived through to make a demo is no story: its first one begins where somebody comes in. */
export async function forgetAdvance(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`update clock set advanced_from = null, advanced_to = null where org_id = ${organisationId}`);
}

/** Live enrolments that have something to do at that instant, in the order of their ids. */
export async function readDueEnrolments(tx: Tx, organisationId: string, at: string, limit: number): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from (${dueEnrolments(organisationId, at)}) due order by id limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** A debtor to look at. `version` is that of its poke, if it has one: another poke has another. */
export interface DueDebtor {
  id: string;
  version: string | null;
  /** A message is to be made or under way; false: it is poked, no more. */
  ripe: boolean;
}

/** Debtors that have something to do at that instant, or that somebody has poked, in the order of their ids. */
export async function readDueDebtors(tx: Tx, organisationId: string, at: string): Promise<DueDebtor[]> {
  const { rows } = await tx.execute<DueDebtor & Record<string, unknown>>(sql`
    select coalesce(due.id, poked.id) as id, poked.version, due.id is not null as ripe
    from (${dueDebtors(organisationId, at)}) due
    full join (
      select id, xmin::text as version from outbox where org_id = ${organisationId} and kind = 'debtor'
    ) poked on poked.id = due.id
    order by 1`);
  return rows;
}

/** Leaves rows for the relay that have none there yet. Returns the versions of the debtors' new ones. */
export async function leaveForRelay(
  tx: Tx,
  organisationId: string,
  kind: WorkflowKind,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; version: string }>(sql`
    insert into outbox (kind, id, org_id)
    select ${kind}, id, ${organisationId} from unnest(${sql.param(ids)}::uuid[]) as id order by id
    on conflict (kind, id) do nothing
    returning id, xmin::text as version`);
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Pokes everything that is due at that instant; returns how many rows. */
export async function pokeDue(tx: Tx, organisationId: string, at: string): Promise<number> {
  const enrolments = await tx.execute<{ id: string }>(dueEnrolments(organisationId, at));
  const debtors = await tx.execute<{ id: string }>(dueDebtors(organisationId, at));
  await poke(
    tx,
    organisationId,
    'enrolment',
    enrolments.rows.map(({ id }) => id),
  );
  await poke(
    tx,
    organisationId,
    'debtor',
    debtors.rows.map(({ id }) => id),
  );
  return enrolments.rows.length + debtors.rows.length;
}

const instantOf = (value: string | Date): string => new Date(value).toISOString();
