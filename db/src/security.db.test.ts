import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/setup/database.ts';
import { inOrganisation, newId, openDatabase, type Database } from './index.ts';
import { audit, clock, debtor, organisation } from './schema/index.ts';
import { appendAudit, nowOf } from './queries/index.ts';

let fresh: FreshDatabase;
let owner: Database;
let app: Database;
const [first, second] = [newId(), newId()];

async function found(db: Database, id: string, name: string): Promise<void> {
  await inOrganisation(db, id, async (tx) => {
    await tx.insert(organisation).values({ id, name, sandbox: true });
    await tx.insert(clock).values({
      orgId: id,
      anchorReal: new Date().toISOString(),
      anchorOrg: '2026-11-23T07:30:00.000Z',
      speed: 0,
    });
    await tx.insert(debtor).values({ orgId: id, name: `Client of ${name}`, externalRef: 'C1' });
  });
}

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = openDatabase(fresh.owner, { max: 2 });
  app = openDatabase(fresh.app, { max: 2 });
  await found(app, first, 'One');
  await found(app, second, 'Two');
});

afterAll(async () => {
  await owner.$client.end();
  await app.$client.end();
  await fresh.drop();
});

/** Table → what a role may do with it. */
async function rightsOf(role: string): Promise<Record<string, string[]>> {
  const { rows } = await owner.execute<{ name: string; rights: string[] }>(sql`
    select table_schema || '.' || table_name as name, array_agg(privilege_type::text order by privilege_type) as rights
    from information_schema.table_privileges
    where grantee = ${role} and table_schema in ('public', 'auth') group by 1 order by 1`);
  return Object.fromEntries(rows.map(({ name, rights }) => [name, rights]));
}

describe('security of the tables', () => {
  test('row-level security is on and forced on every table', async () => {
    const { rows } = await owner.execute<{ name: string }>(sql`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth') and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`);
    expect(rows).toEqual([]);
  });

  test('every table but signs of life, the organisation and identity carries its organisation', async () => {
    const { rows } = await owner.execute<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and not exists
        (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id') order by 1`);
    expect(rows.map((row) => row.name)).toEqual(['heartbeat', 'organisation']);
  });

  test('an organisation sees its own rows alone, and none without one', async () => {
    const names = await inOrganisation(app, first, (tx) => tx.select({ name: debtor.name }).from(debtor));
    expect(names).toEqual([{ name: 'Client of One' }]);
    expect(await app.select().from(debtor)).toEqual([]);
  });

  test('a row of another organisation cannot be written', async () => {
    const write = inOrganisation(app, first, (tx) =>
      tx.insert(debtor).values({ orgId: second, name: 'Stranger', externalRef: 'X' }),
    );
    await expect(write).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('the application cannot read identity', async () => {
    await expect(app.execute(sql`select * from auth."user"`)).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(app.execute(sql`select * from auth.api_key`)).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  test('the audit log can be added to, never changed', async () => {
    await inOrganisation(app, first, (tx) =>
      appendAudit(tx, first, [{ at: '2026-11-23T07:30:00.000Z', actor: 'system', kind: 'tested' }]),
    );
    await expect(inOrganisation(app, first, (tx) => tx.delete(audit))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
    await expect(owner.execute(sql`update audit set kind = 'forged'`)).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });

  test('a published version is never changed', async () => {
    for (const statement of [sql`update scenario_version set version = 2`, sql`delete from scenario_version`]) {
      await expect(inOrganisation(app, first, (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });

  test('the role across organisations reaches the tables of its loops alone', async () => {
    const rights = await rightsOf('relance_system');
    expect(rights).toEqual({
      'public.audit': ['SELECT'],
      'public.audit_seal': ['INSERT', 'SELECT'],
      'public.clock': ['SELECT', 'UPDATE'],
      'public.contact': ['SELECT'],
      'public.debtor': ['SELECT', 'UPDATE'],
      'public.enrolment': ['SELECT', 'UPDATE'],
      'public.event': ['SELECT'],
      'public.heartbeat': ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
      'public.idempotency': ['DELETE', 'SELECT'],
      'public.import': ['SELECT', 'UPDATE'],
      'public.message': ['SELECT'],
      'public.organisation': ['SELECT'],
      'public.outbox': ['DELETE', 'INSERT', 'SELECT', 'UPDATE'],
    });
  });

  test('identity is reached by its own role, which adds to the trail and reaches nothing else; the application sees who is a member', async () => {
    const tables = async (role: string, schema: string) =>
      Object.keys(await rightsOf(role)).filter((name) => name.startsWith(`${schema}.`));
    // who joins, changes and leaves is told with the change; the trail cannot be read there
    expect(await tables('relance_auth', 'public')).toEqual(['public.audit']);
    expect((await rightsOf('relance_auth'))['public.audit']).toEqual(['INSERT']);
    expect((await tables('relance_auth', 'auth')).length).toBeGreaterThanOrEqual(5);
    expect(await tables('relance_app', 'auth')).toEqual(['auth.member']);
    expect((await rightsOf('relance_app'))['auth.member']).toEqual(['SELECT']);
  });

  test('the roles own nothing and pass by no policy', async () => {
    const { rows } = await owner.execute<{ role: string }>(sql`
      select rolname as role from pg_roles r where rolname in ('relance_app', 'relance_system', 'relance_auth') and (rolsuper or rolbypassrls or rolcreaterole
        or exists (select 1 from pg_class c where c.relowner = r.oid and c.relnamespace::regnamespace::text in ('public', 'auth')))`);
    expect(rows).toEqual([]);
  });

  test('a notice names the organisation and the topic, and nothing of the row', async () => {
    const client = await owner.$client.connect();
    const heard: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => heard.push(payload));
    await client.query('listen relance');
    await inOrganisation(app, first, (tx) => tx.update(debtor).set({ name: 'Secret name' }));
    await vi.waitFor(() => expect(heard).toEqual([`${first} debtors`]));
    client.release(true);
  });

  test('a stopped clock stands still', async () => {
    const now = await inOrganisation(app, first, (tx) => nowOf(tx, first));
    expect(now).toBe('2026-11-23T07:30:00.000Z');
  });
});
