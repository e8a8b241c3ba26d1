import { inOrganisation } from '@relance/db';
import { sql } from 'drizzle-orm';
import type { Sandbox } from './sandbox.ts';
import type { World } from './world.ts';

// real time, runs and random ids (and hashes of them) differ from one life to the next; all else must not
const VOLATILE = new Set([
  'id',
  'org_id',
  'recorded_at',
  'run_id',
  'poked_at',
  'poke_count',
  'lease_until',
  'fence',
  'attempts',
  'share_key',
]);

const TABLES = [
  'enrolment',
  'event',
  'journal',
  'contact',
  'message',
  'message_invoice',
  'task',
  'task_case',
  'audit',
  'mail',
  'invoice',
] as const;

/**
 * Every row of an organisation in words that two lives share: ids become the names of what they point to (invoice
 * numbers, debtors' references), real time and run ids are left out, and rows are in an order of their own contents.
 */
export async function snapshot(
  { deps }: World,
  { organisationId }: Pick<Sandbox, 'organisationId'>,
): Promise<Record<string, unknown[]>> {
  return inOrganisation(deps.app, organisationId, async (tx) => {
    const names = await namesOf(tx);
    const tables: Record<string, unknown[]> = {};
    for (const table of TABLES) {
      const { rows } = await tx.execute(sql`select to_jsonb(t) as row from ${sql.identifier(table)} t`);
      const texts = rows.map(({ row }) => JSON.stringify(normalise(row, names)));
      tables[table] = texts.toSorted().map((text) => JSON.parse(text) as unknown);
    }
    return tables;
  });
}

type Tx = Parameters<Parameters<typeof inOrganisation>[2]>[0];

/** What each id points to, by a name that is the same in another life of the same sandbox. */
async function namesOf(tx: Tx): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id::text, 'invoice ' || number as name from invoice
    union all select id::text, 'debtor ' || external_ref from debtor
    union all select e.id::text, 'case of ' || i.number from enrolment e join invoice i on i.id = e.invoice_id
    union all select c.id::text, 'contact of ' || i.number || ' ' || c.node_id || ' ' || c.visit
      from contact c join invoice i on i.id = c.invoice_id
    union all select t.id::text, 'task ' || t.kind || ' of ' || d.external_ref || ' at ' || t.created_at
      from task t join debtor d on d.id = t.debtor_id
    union all select m.id::text, 'message to ' || d.external_ref || ' at ' || m.reserved_at
      from message m join debtor d on d.id = m.debtor_id
    union all select id::text, 'entity' from entity
    union all select id::text, 'scenario' from scenario
    union all select id::text, 'version' from scenario_version`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

function normalise(value: unknown, names: ReadonlyMap<string, string>): unknown {
  // which of several cases that ask at one instant comes first is nobody's concern
  if (value === 'task-joined') return 'task-opened';
  if (typeof value === 'string') return value.replace(UUID, (id) => names.get(id) ?? 'an id');
  if (Array.isArray(value)) return value.map((each) => normalise(each, names));
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => !VOLATILE.has(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, normalise(each, names)]));
}
