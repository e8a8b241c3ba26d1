import type { WorkflowKind } from '@relance/workflows/contract';
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { clockNow } from './clock.ts';

export interface SweepOptions {
  /** Real time that a timer or the relay has before the sweeper takes over. */
  graceMs: number;
  /** A row is poked again only after this long, doubling each time. */
  againMs: number;
  longestMs: number;
  /** Rows of one round. */
  limit: number;
}

export const SWEEP: SweepOptions = { graceMs: 10_000, againMs: 60_000, longestMs: 600_000, limit: 200 };

/**
 * One round over all organisations: pokes what should have moved and has not. Nothing is poked while rows of the last
 * round still wait to be taken up, else a backlog would double itself. Returns how many rows it has poked.
 */
export async function sweepRound(tx: Tx, options: SweepOptions = SWEEP): Promise<number> {
  await forgetServed(tx, options);
  const { rows } = await tx.execute<{ kind: WorkflowKind; id: string; org_id: string }>(sql`
    with due as (${overdue(options)})
    select distinct kind, id, org_id, poked_at from due
    where (poked_at is null or poked_at < ${ago(sql`least(${options.longestMs}::float8, ${options.againMs} * power(2, least(poke_count, 20) - 1))`)})
      and not exists (
        select 1 from due last where last.kind in ('enrolment', 'debtor') and last.poked_at > ${ago(options.againMs)})
    order by poked_at nulls first
    limit ${options.limit}`);
  for (const { kind, ...where } of TABLES) {
    const ids = rows.filter((row) => row.kind === kind).map((row) => row.id);
    if (ids.length > 0) await markPoked(tx, where, ids);
  }
  if (rows.length > 0) await pokeRows(tx, rows);
  return rows.length;
}

// in the order of locks; each with the column that the workflow's id names
const TABLES: { kind: WorkflowKind; table: SQL; key: SQL }[] = [
  { kind: 'debtor', table: sql`debtor`, key: sql`id` },
  { kind: 'enrolment', table: sql`enrolment`, key: sql`id` },
  { kind: 'import', table: sql`import`, key: sql`id` },
  { kind: 'organisation', table: sql`clock`, key: sql`org_id` },
];

async function markPoked(tx: Tx, { table, key }: { table: SQL; key: SQL }, ids: readonly string[]): Promise<void> {
  await tx.execute(sql`
    update ${table} set poked_at = clock_timestamp(), poke_count = poke_count + 1
    where ${key} in (
      select ${key} from ${table} where ${key} = any(${sql.param(ids)}::uuid[]) for no key update skip locked)`);
}

async function pokeRows(tx: Tx, rows: readonly { kind: string; id: string; org_id: string }[]): Promise<void> {
  await tx.execute(sql`
    insert into outbox (kind, id, org_id)
    select kind, id, org_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x (kind text, id uuid, org_id uuid)
    order by kind, id
    on conflict (kind, id) do update set recorded_at = now()`);
}

/** A debtor that is not due any more has been served: its next poke is a first one. Steps do the same for enrolments. */
async function forgetServed(tx: Tx, options: SweepOptions): Promise<void> {
  await tx.execute(sql`
    update debtor set poked_at = null, poke_count = 0
    where id in (
      select id from debtor where poked_at is not null and id not in (${overdueDebtors(options)}) for no key update skip locked)`);
}

/** Everything that should have moved by now. */
function overdue(options: SweepOptions): SQL {
  const { graceMs } = options;
  return sql`
    select 'enrolment' as kind, e.id, e.org_id, e.poked_at, e.poke_count
    from clock join enrolment e on e.org_id = clock.org_id
    where e.status = 'live' and e.incident_code is null and e.wake_at <= ${orgNowLess(graceMs)} and not ${advancesDirectly}
    union all
    select 'enrolment', e.id, e.org_id, e.poked_at, e.poke_count
    from event v join enrolment e on e.id = v.enrolment_id join clock on clock.org_id = e.org_id
    where v.consumed_seq is null and v.recorded_at < ${ago(graceMs)}
      and e.status = 'live' and v.no >= coalesce(e.incident_event_no, 0) and not ${advancesDirectly}
    union all
    select 'debtor', d.id, d.org_id, d.poked_at, d.poke_count from debtor d where d.id in (${overdueDebtors(options)})
    union all
    select 'import', i.id, i.org_id, i.poked_at, i.poke_count
    from import i where i.status = 'running' and i.recorded_at < ${ago(graceMs)}
    union all
    select 'organisation', clock.org_id, clock.org_id, clock.poked_at, clock.poke_count
    from clock join organisation o on o.id = clock.org_id
    where clock.advancing_to is not null or o.assignment_at <= ${orgNowLess(graceMs)}`;
}

/** Debtors with a message whose slot has come, or whose claim by a worker has run out. */
function overdueDebtors({ graceMs }: SweepOptions): SQL {
  return sql`
    select k.debtor_id from clock join contact k on k.org_id = clock.org_id
    where k.status = 'planned' and k.slot_at <= ${orgNowLess(graceMs)} and not ${advancesDirectly}
    union
    select m.debtor_id from message m join clock on clock.org_id = m.org_id
    where m.status in ('reserved', 'attempting') and coalesce(m.lease_until, m.recorded_at) < ${ago(graceMs)}
      and not ${advancesDirectly}`;
}

/** Such an organisation's work is done by its own advance; the relay and the sweeper leave it alone meanwhile. */
export const advancesDirectly = sql`(clock.advancing_to is not null and clock.advance_via = 'direct')`;

/** The organisation's now, less a grace of real time; a clock that stands still gives none. */
function orgNowLess(graceMs: number): SQL {
  return sql`(${clockNow} - ${graceMs} * clock.speed * interval '1 millisecond')`;
}

function ago(ms: number | SQL): SQL {
  return sql`(clock_timestamp() - ${ms} * interval '1 millisecond')`;
}
