import { createHash } from 'node:crypto';
import { canonicalJson } from '@relance/workflows/plan';
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm';
import type { Database, Tx } from '../client.ts';
import { audit, auditSeal } from '../schema/index.ts';

const BATCH = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Seals one batch of each organisation's audit rows that are committed for good, and returns how many rows it has sealed.
 * `app` tells how far that is: its own open transactions may still commit rows with older ids.
 */
export async function sealAudit(app: Database, system: Database): Promise<number> {
  const horizon = await horizonOf(app);
  const organisations = await system.execute<{ org_id: string }>(sql`
    select o.id as org_id from organisation o
    where exists (
      select 1 from audit a where a.org_id = o.id and a.id < ${horizon}::uuid
        and a.id > coalesce((select s.last_audit_id from audit_seal s where s.org_id = o.id order by s.no desc limit 1), ${FIRST}::uuid))`);
  let sealed = 0;
  for (const { org_id: organisationId } of organisations.rows) {
    sealed += await system.transaction((tx) => sealBatch(tx, organisationId, horizon));
  }
  return sealed;
}

/** The least uuidv7 that a transaction of role relance_app which is still open can have given to a row. */
async function horizonOf(app: Database): Promise<string> {
  const { rows } = await app.execute<{ ms: string }>(sql`
    select floor(extract(epoch from min(xact_start)) * 1000)::bigint::text as ms
    from pg_stat_activity where usename = current_user and datname = current_database() and xact_start is not null`);
  const hex = Math.max(0, Number(rows[0]?.ms ?? 0) - 1_000)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

async function sealBatch(tx: Tx, organisationId: string, horizon: string): Promise<number> {
  const [last] = await tx
    .select({ no: auditSeal.no, lastAuditId: auditSeal.lastAuditId, hash: auditSeal.hash })
    .from(auditSeal)
    .where(eq(auditSeal.orgId, organisationId))
    .orderBy(sql`${auditSeal.no} desc`)
    .limit(1);
  const rows = await tx
    .select()
    .from(audit)
    .where(and(eq(audit.orgId, organisationId), gt(audit.id, last?.lastAuditId ?? FIRST), lte(audit.id, horizon)))
    .orderBy(asc(audit.id))
    .limit(BATCH);
  const lastAuditId = rows.at(-1)?.id;
  if (!lastAuditId) return 0;
  // another sealer may have been first: its seal stands
  const written = await tx
    .insert(auditSeal)
    .values({
      orgId: organisationId,
      no: (last?.no ?? 0) + 1,
      lastAuditId,
      rows: rows.length,
      hash: chain(last?.hash ?? '', rows),
    })
    .onConflictDoNothing()
    .returning({ no: auditSeal.no });
  return written.length > 0 ? rows.length : 0;
}

function chain(previous: string, rows: readonly (typeof audit.$inferSelect)[]): string {
  const hash = createHash('sha256').update(previous);
  for (const row of rows) hash.update('\n').update(canonicalJson(row));
  return hash.digest('hex');
}

/** Number of the first seal that the rows do not bear out any more; null when all do. */
export async function firstBrokenSeal(tx: Tx, organisationId: string): Promise<number | null> {
  const seals = await tx.select().from(auditSeal).where(eq(auditSeal.orgId, organisationId)).orderBy(asc(auditSeal.no));
  let [after, previous] = [FIRST, ''];
  for (const seal of seals) {
    const rows = await tx
      .select()
      .from(audit)
      .where(and(eq(audit.orgId, organisationId), gt(audit.id, after), lte(audit.id, seal.lastAuditId)))
      .orderBy(asc(audit.id));
    if (rows.length !== seal.rows || chain(previous, rows) !== seal.hash) return seal.no;
    [after, previous] = [seal.lastAuditId, seal.hash];
  }
  return null;
}
