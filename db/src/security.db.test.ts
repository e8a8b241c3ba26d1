import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

  test('a stopped clock stands still', async () => {
    const now = await inOrganisation(app, first, (tx) => nowOf(tx, first));
    expect(now).toBe('2026-11-23T07:30:00.000Z');
  });
});
