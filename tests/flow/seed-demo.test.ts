import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inOrganisation, openDatabase, type Database } from '@relance/db';
import { nowOf } from '@relance/db/queries';
import { emailProviders } from '@relance/worker/testing';
import { seedDemo } from '@relance/worker/seed';
import { verifyPassword } from 'better-auth/crypto';
import { sql } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';

const FIRST_DAY = '2026-11-23';

let database: FreshDatabase;
let dbs: Database[];
let owner: Database;
let folder: string;
let org: string;
let request: Parameters<typeof seedDemo>[0];

const rows = async <Row extends Record<string, unknown>>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  (await owner.execute(query)).rows as Row[];

beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-seed-'));
  const open = (url: string) => openDatabase(url, { max: 5 });
  dbs = [open(database.owner), open(database.app), open(database.system), open(database.auth)];
  const [first, app, system, identity] = dbs as [Database, Database, Database, Database];
  owner = first;
  const deps = {
    app,
    system,
    log: pino({ level: 'silent' }),
    emailProvider: emailProviders(app, null, null),
    mailKey: null,
  };
  request = { owner, identity, deps, dataDir: folder, firstDay: FIRST_DAY };
  const seeded = await seedDemo(request);
  org = seeded?.organisationId ?? '';
});
afterAll(async () => {
  await Promise.all(dbs.map((db) => db.$client.end()));
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('the demo organisation on its first day', () => {
  test('is a sandbox whose clock stands at 8:30 in Paris', async () => {
    const [, app] = dbs as [Database, Database];
    expect(await inOrganisation(app, org, (tx) => nowOf(tx, org))).toBe('2026-11-23T07:30:00.000Z');
    expect(await rows(sql`select name, sandbox from organisation`)).toEqual([{ name: 'Atelier Lumen', sandbox: true }]);
    expect(await rows(sql`select advancing_to from clock`)).toEqual([{ advancing_to: null }]);
  });

  test('has the ledger of the table', async () => {
    const [counts] = await rows(sql`
      select count(*)::int as invoices, count(*) filter (where status = 'paid')::int as paid,
        count(*) filter (where status = 'open' and due_date >= ${FIRST_DAY})::int as not_due,
        count(*) filter (where status = 'open' and due_date < ${FIRST_DAY})::int as overdue,
        count(*) filter (where status = 'open' and balance < total)::int as part_paid,
        count(*) filter (where status = 'open' and balance < 100)::int as under_one,
        (select count(*)::int from debtor) as debtors, (select count(*)::int from account) as accounts,
        (select count(*)::int from payment where unallocated > 0) as unplaced,
        (select count(*)::int from debtor where excluded) as excluded
      from invoice`);
    expect(counts).toEqual({
      invoices: 400,
      paid: 152,
      not_due: 91,
      overdue: 157,
      part_paid: 9,
      under_one: 2,
      debtors: 60,
      accounts: 61,
      unplaced: 5,
      excluded: 1,
    });
  });

  test('has live cases on every step that lasts', async () => {
    const standing = await rows<{ node: string }>(sql`
      select distinct token ->> 'nodeId' as node from enrolment, jsonb_array_elements(state -> 'tokens') token
      where status = 'live' order by 1`);
    expect(standing.map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        'broken',
        'call',
        'call-again',
        'cannot-pay',
        'change',
        'decide',
        'disputed',
        'find-payment',
        'last-call',
        'paid-already',
        'reminder-2',
        'wait-answer',
        'wait-call',
        'wait-call-again',
        'wait-decision',
        'wait-last-answer',
        'wait-last-call',
        'wait-last-promise',
        'wait-notice',
        'wait-notice-unreached',
        'wait-preventive',
        'wait-promise',
        'wait-promise-again',
        'wait-reminder-1',
        'wait-reminder-2',
        'wait-reminder-3',
        'wait-second-promise',
        'write-off',
        'wrong-number',
      ]),
    );
  });

  test('asks for the three missing addresses, holds one debtor, has no incident', async () => {
    expect(await rows(sql`select count(*)::int as n from task where kind = 'address' and status = 'open'`)).toEqual([
      { n: 3 },
    ]);
    expect(await rows(sql`select count(distinct debtor_id)::int as n from enrolment where held`)).toEqual([{ n: 1 }]);
    expect(
      await rows(sql`select incident_code, incident_node_id from enrolment where incident_code is not null`),
    ).toEqual([]);
    expect(await rows(sql`select count(*)::int as n from message where status in ('reserved', 'attempting')`)).toEqual([
      { n: 0 },
    ]);
  });

  test('leaves at least 25 debtors with open invoices to be enrolled by hand', async () => {
    const [free] = await rows<{ n: number }>(sql`
      select count(*)::int as n from debtor d
      where exists (select 1 from invoice i where i.debtor_id = d.id and i.status = 'open')
        and not exists (select 1 from enrolment e where e.debtor_id = d.id and e.status = 'live')
        and not exists (select 1 from task t where t.debtor_id = d.id and t.status in ('open', 'claimed'))`);
    expect(free?.n).toBeGreaterThanOrEqual(25);
  });

  test('no message named an invoice that had been paid', async () => {
    const wrong = await rows(sql`
      select m.id from message m join message_invoice mi on mi.message_id = m.id join invoice i on i.id = mi.invoice_id
      where i.status = 'paid' and m.handed_over_at > (select max(a.at) from allocation a where a.invoice_id = i.id)`);
    expect(wrong).toEqual([]);
  });

  test('tells the start who may sign in, privately', async () => {
    const file = path.join(folder, 'demo-seed.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const facts = JSON.parse(await readFile(file, 'utf8')) as {
      apiKey: string;
      accounts: { email: string; password: string; role: string }[];
    };
    expect(facts.apiKey).toMatch(/^rk_[\w-]{43}$/);
    expect(facts.accounts.map(({ role }) => role)).toEqual(['manager', 'collector', 'collector', 'admin']);
    for (const { email, password, role } of facts.accounts) {
      const [found] = await rows<{ password: string; role: string }>(sql`
        select a.password, m.role from auth."user" u join auth.account a on a.user_id = u.id join auth.member m on m.user_id = u.id
        where u.email = ${email} and m.org_id = ${org}`);
      expect(found?.role).toBe(role);
      expect(await verifyPassword({ hash: found?.password ?? '', password })).toBe(true);
    }
    expect(
      await rows(sql`select encode(sha256(${facts.apiKey}::bytea), 'hex') = hash as same, role from auth.api_key`),
    ).toEqual([{ same: true, role: 'manager' }]);
  });

  test('a second start changes nothing', async () => {
    expect(await seedDemo(request)).toBeNull();
    expect(await rows(sql`select count(*)::int as n from organisation`)).toEqual([{ n: 1 }]);
  });
});
