import type { AssignmentRule } from '@relance/workflows/assignment';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { assignmentList, organisation } from '../schema/index.ts';
import { appendAudit } from './audit.ts';
import { poke } from './outbox.ts';

export interface Assignment {
  /** 0: no list was ever saved. */
  version: number;
  /** Of that version; null: none was ever saved. */
  rules: AssignmentRule[] | null;
  on: boolean;
  /** Organisation's time of the next run; null: none is to come. */
  nextAt: string | null;
  ranAt: string | null;
  ranCount: number | null;
}

interface Writing {
  actor: string;
  /** Organisation's time. */
  at: string;
}

/** How the rules of an organisation stand; `lock` keeps others from changing them until the transaction ends. */
export async function readAssignment(tx: Tx, organisationId: string, lock = false): Promise<Assignment> {
  const query = tx
    .select({
      version: organisation.assignmentVersion,
      on: organisation.assignmentOn,
      nextAt: organisation.assignmentAt,
      ranAt: organisation.assignmentRanAt,
      ranCount: organisation.assignmentRanCount,
    })
    .from(organisation)
    .where(eq(organisation.id, organisationId));
  const [row] = await (lock ? query.for('no key update') : query);
  if (!row) throw new Error(`organisation ${organisationId} does not exist`);
  const [list] = await tx
    .select({ rules: assignmentList.rules })
    .from(assignmentList)
    .where(and(eq(assignmentList.orgId, organisationId), eq(assignmentList.version, row.version)));
  return { ...row, rules: list?.rules ?? null };
}

/** Keeps a list as the next version; the caller has locked the one before. Live cases stay where they are. */
export async function saveAssignmentList(
  tx: Tx,
  organisationId: string,
  { rules, actor, at }: Writing & { rules: AssignmentRule[] },
): Promise<number> {
  const [row] = await tx
    .update(organisation)
    .set({ assignmentVersion: sql`${organisation.assignmentVersion} + 1` })
    .where(eq(organisation.id, organisationId))
    .returning({ version: organisation.assignmentVersion });
  if (!row) throw new Error(`organisation ${organisationId} does not exist`);
  const { version } = row;
  await tx.insert(assignmentList).values({ orgId: organisationId, version, rules, actor, at });
  await appendAudit(tx, organisationId, [{ at, actor, kind: 'assignment-saved', data: { version } }]);
  return version;
}

/** Turns the rules on, with the instant of their first run, or off. */
export async function setAssignmentOn(
  tx: Tx,
  organisationId: string,
  { nextAt, actor, at }: Writing & { nextAt: string | null },
): Promise<void> {
  const on = nextAt !== null;
  await tx
    .update(organisation)
    .set({ assignmentOn: on, assignmentAt: nextAt })
    .where(eq(organisation.id, organisationId));
  await appendAudit(tx, organisationId, [{ at, actor, kind: on ? 'assignment-on' : 'assignment-off' }]);
  await poke(tx, organisationId, 'organisation', [organisationId]);
}

/**
 * Has the rules run now; whoever looks after the organisation does it. `onlyIfOn`: not while they are off. `actor`: the
 * person who asked for it.
 */
export async function demandAssignment(
  tx: Tx,
  organisationId: string,
  { at, onlyIfOn = false, actor }: { at: string; onlyIfOn?: boolean; actor?: string },
): Promise<void> {
  const demanded = await tx
    .update(organisation)
    .set({ assignmentAt: sql`least(${organisation.assignmentAt}, ${at}::timestamptz)` })
    .where(and(eq(organisation.id, organisationId), onlyIfOn ? eq(organisation.assignmentOn, true) : undefined))
    .returning({ id: organisation.id });
  if (demanded.length === 0) return;
  await poke(tx, organisationId, 'organisation', [organisationId]);
  if (actor !== undefined) await appendAudit(tx, organisationId, [{ at, actor, kind: 'assignment-demanded' }]);
}

/** Notes that the rules have run, and when they do next. */
export async function endAssignmentRun(
  tx: Tx,
  organisationId: string,
  { at, nextAt, version, count }: { at: string; nextAt: string | null; version: number; count: number },
): Promise<void> {
  await tx
    .update(organisation)
    .set({ assignmentAt: nextAt, assignmentRanAt: at, assignmentRanCount: count })
    .where(eq(organisation.id, organisationId));
  // the sweeper's next poke of it is a first one
  await tx.execute(sql`
    update clock set poked_at = null, poke_count = 0 where org_id = ${organisationId} and poked_at is not null`);
  await appendAudit(tx, organisationId, [
    { at, actor: 'assignment', kind: 'assignment-ran', data: { version, count } },
  ]);
}

/** When the rules run next, if that is due at an instant; null: they have nothing to do then. */
export async function readDueAssignment(tx: Tx, organisationId: string, now: string): Promise<string | null> {
  const [row] = await tx
    .select({ at: organisation.assignmentAt })
    .from(organisation)
    .where(and(eq(organisation.id, organisationId), sql`${organisation.assignmentAt} <= ${now}`));
  return row?.at ?? null;
}
