import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/setup/database.ts';
import { errorCode, inOrganisation, isDatabaseAway, isTransient, newId, openDatabase, type Database } from './index.ts';
import { closure, organisation } from './schema/index.ts';

let fresh: FreshDatabase;
let app: Database;
const orgId = newId();

beforeAll(async () => {
  fresh = await freshDatabase();
  app = openDatabase(fresh.app, { max: 4 });
  await inOrganisation(app, orgId, (tx) => tx.insert(organisation).values({ id: orgId, name: 'One', sandbox: true }));
});

afterAll(async () => {
  await app.$client.end();
  await fresh.drop();
});

const raise = (code: string) => sql.raw(`do $$ begin raise exception 'no' using errcode = '${code}'; end $$`);

describe('one transaction of an organisation', () => {
  test('has four seconds a statement and three for a lock, more where it asks for it', async () => {
    const settings = sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock`;
    const usual = await inOrganisation(app, orgId, (tx) => tx.execute(settings));
    expect(usual.rows).toEqual([{ statement: '4s', lock: '3s' }]);
    const long = await inOrganisation(app, orgId, (tx) => tx.execute(settings), { statementTimeoutMs: 30_000 });
    expect(long.rows).toEqual([{ statement: '30s', lock: '3s' }]);
  });

  test.each(['40P01', '40001', '55P03'])('is tried again after %s, from its beginning', async (code) => {
    let tries = 0;
    const name = `after ${code}`;
    const result = await inOrganisation(app, orgId, async (tx) => {
      tries += 1;
      const { rows } = await tx.execute(sql`select name from organisation where name = ${name}`);
      expect(rows).toEqual([]);
      await tx.update(organisation).set({ name });
      if (tries < 3) await tx.execute(raise(code));
      return 'done';
    });
    expect({ result, tries }).toEqual({ result: 'done', tries: 3 });
  });

  test('gives up after five tries, and at once where trying again does not help', async () => {
    for (const [code, most] of [
      ['40P01', 5],
      ['23505', 1],
      ['57014', 1],
    ] as const) {
      let tries = 0;
      const work = inOrganisation(app, orgId, async (tx) => {
        tries += 1;
        await tx.execute(raise(code));
      });
      await expect(work).rejects.toSatisfy((error) => errorCode(error) === code);
      expect({ code, tries }).toEqual({ code, tries: most });
    }
  });

  test('two that wait for each other both go through', async () => {
    const days = ['2026-01-01', '2026-12-25'];
    await inOrganisation(app, orgId, (tx) => tx.insert(closure).values(days.map((day) => ({ orgId, day }))));
    const touch = (order: readonly string[]) =>
      inOrganisation(app, orgId, async (tx) => {
        for (const day of order) {
          await tx.execute(sql`update closure set label = 'shut' where day = ${day}`);
          await tx.execute(sql`select pg_sleep(0.2)`);
        }
        return 'done';
      });
    expect(await Promise.all([touch(days), touch(days.toReversed())])).toEqual(['done', 'done']);
  });
});

describe('an error tells whether waiting helps', () => {
  const failure = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('no'), { code }) });

  test.each([
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
    '57P01',
    '57P03',
    '53100',
  ])('%s: the database is away', (code) => {
    expect(isDatabaseAway(failure(code))).toBe(true);
    expect(isTransient(failure(code))).toBe(false);
  });

  test('a connection that ends in the midst of a query: away', () => {
    expect(isDatabaseAway(new Error('Failed query', { cause: new Error('Connection terminated unexpectedly') }))).toBe(
      true,
    );
  });

  test.each(['23505', '42501', '22P02'])('%s: it is there, and says no', (code) => {
    expect(isDatabaseAway(failure(code))).toBe(false);
    expect(isTransient(failure(code))).toBe(false);
  });
});
