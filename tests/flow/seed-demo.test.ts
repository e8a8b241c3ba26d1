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

  test('lays the troubles of the table over it', async () => {
    const [counts] = await rows(sql`
      select
        (select count(*)::int from debtor d where not exists (
          select 1 from person p where p.debtor_id = d.id and p.email is not null)) as no_address,
        (select count(*)::int from person where email ~ '^(mailbox-inconnue|boite-pleine)@|@domaine-inconnu[.]') as bouncing,
        (select count(*)::int from (select email from person group by email having count(*) = 2) pair) as shared_address,
        (select count(*)::int from (
          select debtor_id from account group by debtor_id having count(distinct entity_id) = 2) both_ledgers) as both_ledgers,
        (select count(*)::int from credit where invoice_id is not null) as credits_linked,
        (select count(*)::int from credit where invoice_id is null) as credits_free,
        (select count(*)::int from credit c where c.balance > (
          select sum(i.balance) from invoice i
          where i.debtor_id = c.debtor_id and i.status = 'open' and i.due_date < ${FIRST_DAY})) as credits_covering,
        (select count(*)::int from payment where unallocated > 0) as unallocated,
        (select jsonb_array_length(data -> 'held') from simulated_act where kind = 'pay-run') as without_order,
        (select count(*)::int from debtor where excluded and excluded_reason is not null) as excluded,
        (select count(distinct debtor_id)::int from enrolment where held and held_until = ${FIRST_DAY}::date + 10) as held,
        (select count(*)::int from invoice i join debtor d on d.id = i.debtor_id where i.status = 'open' and (
          (d.kind = 'consumer' and i.due_date < ${FIRST_DAY}::date - interval '21 months')
          or (d.kind = 'business' and i.due_date < ${FIRST_DAY}::date - interval '57 months'))) as near_limitation,
        (select count(*)::int from debtor where kind = 'unknown') as unknown_kind`);
    expect(counts).toEqual({
      no_address: 3,
      bouncing: 3,
      shared_address: 1,
      both_ledgers: 1,
      credits_linked: 3,
      credits_free: 5,
      credits_covering: 1,
      unallocated: 5,
      without_order: 3,
      excluded: 1,
      held: 1,
      near_limitation: 2,
      unknown_kind: 2,
    });
  });

  test('has seven published scenarios and one draft, and rules that put invoices into them by themselves', async () => {
    const scenarios = await rows(sql`
      select s.name, count(v.id)::int as versions from scenario s left join scenario_version v on v.scenario_id = s.id
      group by s.id order by s.name`);
    expect(scenarios).toEqual([
      { name: 'Acheteur public', versions: 1 },
      { name: 'Douce', versions: 0 },
      { name: 'Export', versions: 1 },
      { name: 'Ferme', versions: 1 },
      { name: 'Grand compte', versions: 1 },
      { name: 'Particulier', versions: 1 },
      { name: 'Petits soldes', versions: 1 },
      { name: 'Préventif', versions: 1 },
    ]);
    expect(
      await rows(sql`select assignment_on, assignment_at, assignment_version, tolerance, demo_seed from organisation`),
    ).toEqual([
      {
        assignment_on: true,
        assignment_at: '2026-11-24 05:00:00+00',
        assignment_version: 1,
        tolerance: '100',
        demo_seed: 20_260_101,
      },
    ]);
    const [live] = await rows<{ n: number; by_rule: number }>(sql`
      select count(*)::int as n, count(rule_id)::int as by_rule from enrolment where status = 'live'`);
    expect(live?.n).toBeGreaterThanOrEqual(160);
    expect(live?.by_rule).toBe(live?.n);
    // no rule puts the invoices of debtors of unknown kind or of the excluded one anywhere
    expect(
      await rows(sql`
        select count(*)::int as n from enrolment e join debtor d on d.id = e.debtor_id where d.kind = 'unknown' or d.excluded`),
    ).toEqual([{ n: 0 }]);
  });

  test('has live cases on the steps of all scenarios', async () => {
    const standing = await rows<{ name: string; nodes: string[] }>(sql`
      select s.name, array_agg(distinct token ->> 'nodeId' order by token ->> 'nodeId') as nodes
      from enrolment e join scenario s on s.id = e.scenario_id, jsonb_array_elements(e.state -> 'tokens') token
      where e.status = 'live' group by s.name order by s.name`);
    expect(standing).toHaveLength(7);
    const all = new Set(standing.flatMap(({ nodes }) => nodes));
    expect([...all]).toEqual(
      expect.arrayContaining([
        'approval',
        'broken',
        'call',
        'call-again',
        'order',
        'paid-already',
        'reminder-2',
        'wait-approval',
        'wait-call',
        'wait-call-again',
        'wait-decision',
        'wait-due',
        'wait-last-answer',
        'wait-last-promise',
        'wait-lead',
        'wait-notice',
        'wait-notice-unreached',
        'wait-order',
        'wait-platform',
        'wait-preventive',
        'wait-promise-again',
        'wait-reminder-1',
        'wait-reminder-2',
        'wait-reminder-3',
        'wait-second-promise',
      ]),
    );
  });

  test('has 14 open tasks: nine calls about 23 invoices, three addresses, one bounced, one promise of today', async () => {
    const open = await rows(sql`
      select t.kind, count(distinct t.id)::int as tasks, count(c.id)::int as invoices
      from task t left join task_case c on c.task_id = t.id and c.left_at is null
      where t.status = 'open' group by t.kind order by t.kind`);
    expect(open).toEqual([
      { kind: 'address', tasks: 4, invoices: 0 },
      { kind: 'call', tasks: 9, invoices: 23 },
      { kind: 'task', tasks: 1, invoices: 1 },
    ]);
    expect(
      await rows(sql`
        select count(*)::int as n from person where email_status = 'bounced' and exists (
          select 1 from task t where t.debtor_id = person.debtor_id and t.kind = 'address' and t.status = 'open')`),
    ).toEqual([{ n: 1 }]);
    expect(
      await rows(sql`
        select t.title, (t.created_at at time zone 'Europe/Paris')::date::text as day from task t where t.kind = 'task' and t.status = 'open'`),
    ).toEqual([{ title: 'Vérifier le virement annoncé pour aujourd’hui', day: FIRST_DAY }]);
  });

  test('has 20 messages of the last seven days in its mailbox; what went before was taken over', async () => {
    const [kept] = await rows<{ n: number; first: string }>(sql`
      select count(*)::int as n, min(received_at) as first from mail`);
    expect(kept?.n).toBe(20);
    expect(kept?.first.slice(0, 10)).toBe('2026-11-16');
    const [marks] = await rows<{ marked: number; before: number }>(sql`
      select (select count(distinct enrolment_id)::int from audit where kind = 'history-taken-over') as marked,
        (select count(*)::int from enrolment where enrolled_at < '2026-11-16T07:30:00Z') as before`);
    expect(marks?.marked).toBe(marks?.before);
    expect(marks?.before).toBeGreaterThan(60);
  });

  test('has no incident and nothing under way', async () => {
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
    expect(facts.accounts.map(({ role }) => role)).toEqual([
      'manager',
      'collector',
      'collector',
      'legal',
      'sales',
      'agency',
      'admin',
    ]);
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
