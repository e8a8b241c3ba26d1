import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { clock } from '../schema/index.ts';
import { clockNow } from './clock.ts';
import { poke } from './outbox.ts';

export interface ClockState {
  now: string;
  speed: number;
  advancingTo: string | null;
  advancingFrom: string | null;
  advanceCount: number;
}

/** How a clock stands; `lock` keeps others from setting it until the transaction ends. */
export async function readClockState(tx: Tx, organisationId: string, lock = false): Promise<ClockState> {
  const query = tx
    .select({
      now: sql<string | Date>`${clockNow}`,
      speed: clock.speed,
      advancingTo: clock.advancingTo,
      advancingFrom: clock.advancingFrom,
      advanceCount: clock.advanceCount,
    })
    .from(clock)
    .where(eq(clock.orgId, organisationId));
  const [row] = await (lock ? query.for('no key update') : query);
  if (!row) throw new Error(`organisation ${organisationId} has no clock`);
  return { ...row, now: new Date(row.now).toISOString() };
}

/** Gives a standing clock a target; the organisation's workflow takes it there. */
export async function beginAdvance(
  tx: Tx,
  organisationId: string,
  { from, to, via }: { from: string; to: string; via: 'direct' | 'workflows' },
): Promise<void> {
  await tx
    .update(clock)
    .set({ advancingTo: to, advanceVia: via, advancingFrom: from, advanceCount: 0, rev: sql`${clock.rev} + 1` })
    .where(eq(clock.orgId, organisationId));
  await poke(tx, organisationId, 'organisation', [organisationId]);
}

/** Brings the target of an advance under way to where it has come; what is due there is still worked off. */
export async function shortenAdvance(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .update(clock)
    .set({ advancingTo: sql`${clock.anchorOrg}`, rev: sql`${clock.rev} + 1` })
    .where(eq(clock.orgId, organisationId));
  await poke(tx, organisationId, 'organisation', [organisationId]);
}

/** Lets the clock run from where it stands, at another speed; 0: it stands still. */
export async function setSpeed(tx: Tx, organisationId: string, speed: number): Promise<void> {
  await tx
    .update(clock)
    .set({ anchorOrg: sql`${clockNow}`, anchorReal: sql`clock_timestamp()`, speed, rev: sql`${clock.rev} + 1` })
    .where(eq(clock.orgId, organisationId));
  // timers were armed for the old speed, or not at all
  await tx.execute(sql`
    insert into outbox (kind, id, org_id)
    select 'enrolment', id, org_id from enrolment
    where org_id = ${organisationId} and status = 'live' and wake_at is not null
    union all
    select distinct 'debtor', debtor_id, org_id from contact
    where org_id = ${organisationId} and status = 'planned' and slot_at is not null
    union all
    select 'organisation', id, id from organisation where id = ${organisationId} and assignment_at is not null
    order by 1, 2
    on conflict (kind, id) do update set recorded_at = now()`);
}
