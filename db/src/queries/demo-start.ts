import { createHash } from 'node:crypto';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { enrolment, organisation, task } from '../schema/index.ts';
import { forgetAdvance } from './advance.ts';
import { poke } from './outbox.ts';
import { shareKey } from './task-open.ts';

/** Not part of a demo's first day: what is under way, what is sealed already, and the first day itself. */
const LEFT_OUT = new Set(['outbox', 'idempotency', 'audit_seal', 'heartbeat', 'demo_start']);
/** Real time, runs and leases of another life. */
const FORGOTTEN = new Set(['run_id', 'poked_at', 'lease_until']);

/** Keeps all rows of an organisation as they are now: what "Start again" begins with. */
export async function keepDemoStart(tx: Tx, organisationId: string): Promise<void> {
  for (const [no, name] of (await tablesInOrder(tx)).entries()) {
    const table = sql.identifier(name);
    const own = name === 'organisation' ? sql`t.id` : sql`t.org_id`;
    await tx.execute(sql`
      insert into demo_start (org_id, no, name, rows)
      select ${organisationId}, ${no}, ${name}, coalesce(jsonb_agg(to_jsonb(t)), '[]')
      from ${table} t where ${own} = ${organisationId}`);
  }
}

/** Tables of organisations, each after those that it refers to. */
async function tablesInOrder(tx: Tx): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string; needs: string[] }>(sql`
    select c.relname as name, array(
      select distinct f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and (c.relname = 'organisation' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped))
    order by 1`);
  const open = rows.filter(({ name }) => !LEFT_OUT.has(name));
  const order: string[] = [];
  while (order.length < open.length) {
    const next = open.find(({ name, needs }) => !order.includes(name) && needs.every((need) => order.includes(need)));
    if (!next) throw new Error('tables refer to each other in a circle');
    order.push(next.name);
  }
  return order;
}

export interface DemoRows {
  name: string;
  /** JSON of all rows of the table. */
  text: string;
}

/** What was kept, in the order in which it can be written; empty: this organisation is no demo. */
export async function readDemoStart(tx: Tx, organisationId: string): Promise<DemoRows[]> {
  const { rows } = await tx.execute<{ name: string; text: string }>(sql`
    select name, rows::text as text from demo_start where org_id = ${organisationId} order by no`);
  return rows;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TAIL = 12;

/**
 * The same rows as those of another organisation. Every id gets another tail, always the same one for the same id, so that
 * the rows still refer to each other and stand in the same order; people keep theirs.
 */
export function asOrganisation(
  tables: readonly DemoRows[],
  { from, to, people }: { from: string; to: string; people: readonly string[] },
): DemoRows[] {
  const kept = new Set(people);
  const turn = BigInt(`0x${createHash('sha256').update(to).digest('hex').slice(0, TAIL)}`);
  const other = (id: string): string => {
    if (id === from) return to;
    if (kept.has(id)) return id;
    const tail = BigInt(`0x${id.slice(-TAIL)}`) ^ turn;
    return id.slice(0, -TAIL) + tail.toString(16).padStart(TAIL, '0');
  };
  return tables.map(({ name, text }) => ({ name, text: text.replace(UUID, other) }));
}

/** Writes rows, and keeps them as the first day of their organisation. The transaction must be of that organisation. */
export async function writeDemoStart(tx: Tx, organisationId: string, tables: readonly DemoRows[]): Promise<void> {
  for (const [no, { name, text }] of tables.entries()) {
    const table = sql.identifier(name);
    const forgotten = [...FORGOTTEN];
    await tx.execute(sql`
      insert into ${table}
      select x.* from jsonb_array_elements(${text}::jsonb) as r (row),
        jsonb_populate_record(null::${table}, r.row - ${sql.param(forgotten)}::text[]) as x`);
    await tx.execute(sql`
      insert into demo_start (org_id, no, name, rows) values (${organisationId}, ${no}, ${name}, ${text}::jsonb)`);
  }
  await tx.execute(sql`update clock set anchor_real = clock_timestamp() where org_id = ${organisationId}`);
  await forgetAdvance(tx, organisationId);
  await renewShareKeys(tx, organisationId);
}

/** What a case shares its task by is a hash of ids, which are others now. */
async function renewShareKeys(tx: Tx, organisationId: string): Promise<void> {
  const open = await tx
    .select()
    .from(task)
    .where(
      and(
        eq(task.orgId, organisationId),
        eq(task.status, 'open'),
        inArray(task.kind, ['call', 'task']),
        isNotNull(task.shareKey),
      ),
    );
  for (const { id, kind, script, title, outcomes, debtorId, entityId, currency } of open) {
    if (kind !== 'call' && kind !== 'task') continue;
    const key = shareKey({ debtorId, entityId, currency }, { taskKind: kind, script, title, outcomes });
    await tx.update(task).set({ shareKey: key }).where(eq(task.id, id));
  }
}

/** Nobody works in it any more: nothing leaves, and no rule runs. Its rows stay. */
export async function retireDemo(tx: Tx, organisationId: string): Promise<void> {
  await tx
    .update(organisation)
    .set({ sending: false, assignmentOn: false, assignmentAt: null })
    .where(eq(organisation.id, organisationId));
}

/** Leaves the cases that live, their debtors and the organisation itself for the relay: it starts their runs. */
export async function pokeLiving(tx: Tx, organisationId: string): Promise<void> {
  const cases = await tx
    .select({ id: enrolment.id, debtorId: enrolment.debtorId })
    .from(enrolment)
    .where(and(eq(enrolment.orgId, organisationId), eq(enrolment.status, 'live')));
  await poke(
    tx,
    organisationId,
    'enrolment',
    cases.map(({ id }) => id),
  );
  await poke(
    tx,
    organisationId,
    'debtor',
    cases.map(({ debtorId }) => debtorId),
  );
  await poke(tx, organisationId, 'organisation', [organisationId]);
}
