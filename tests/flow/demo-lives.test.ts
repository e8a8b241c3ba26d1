import { inOrganisation, newId } from '@relance/db';
import { plantSimulation, planActs, readSimulation, undoImport } from '@relance/db/queries';
import { simulation } from '@relance/db/schema';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listOf, liveWeek, type Item } from '../drivers/creditor-ledger.ts';
import { foundDemo, liveDays } from '../drivers/demo.ts';
import { auditLedger, byNumber, NOTHING_WRONG } from '../drivers/ledger-auditor.ts';
import { importList } from '../drivers/run-import.ts';
import { makeSandbox } from '../drivers/sandbox.ts';
import { snapshot } from '../drivers/snapshot.ts';
import { openWorld, type World } from '../drivers/world.ts';
import { copyDatabase, type FreshDatabase } from '../setup/database.ts';

let first: { database: FreshDatabase; organisationId: string };
/** One demo by seven advances of a day, its copy by one of a week, and another founded by the same seed. */
let byDays: World;
let byWeek: World;
let again: World;

const rows = async <Row extends Record<string, unknown>>(
  { owner }: World,
  query: ReturnType<typeof sql>,
): Promise<Row[]> => (await owner.execute(query)).rows as Row[];

beforeAll(async () => {
  first = await foundDemo();
  const second = await foundDemo();
  byDays = await openWorld({ database: await copyDatabase(first.database) });
  byWeek = await openWorld({ database: await copyDatabase(first.database) });
  again = await openWorld({ database: second.database });
  for (let day = 0; day < 7; day += 1) await liveDays(byDays, first.organisationId, 1);
  await liveDays(byWeek, first.organisationId, 7);
  await liveDays(again, second.organisationId, 7);
}, 900_000);

afterAll(async () => {
  await Promise.all([byDays, byWeek, again].map((world) => world.close()));
  await first.database.drop();
});

/** What happened, in words that any founding of the demo shares. */
const story = (world: World) =>
  rows(
    world,
    sql`
    select 'act' as what, a.at, a.kind, d.external_ref as debtor, a.result as detail
    from simulated_act a left join debtor d on d.id = a.debtor_id where a.done_at is not null
    union all
    select 'payment', p.at, p.external_id, p.debtor_ref, p.amount || '/' || p.unallocated from payment p
    union all
    select 'message', m.handed_over_at, m.template, d.external_ref, m.status || ' ' || array_to_string(m."to", ',')
    from message m join debtor d on d.id = m.debtor_id
    union all
    select 'task', t.created_at, t.kind || ' ' || t.title, d.external_ref, t.status || ' ' || coalesce(t.outcome, '')
    from task t join debtor d on d.id = t.debtor_id
    union all
    select 'reply', r.received_at, r.kind, d.external_ref, r.text from reply r join debtor d on d.id = r.debtor_id
    order by 1, 2, 3, 4, 5`,
  );

describe('the demo lives', () => {
  test('the same through seven days as through one week', async () => {
    const [days, week] = await Promise.all([
      snapshot(byDays, { organisationId: first.organisationId }),
      snapshot(byWeek, { organisationId: first.organisationId }),
    ]);
    for (const [table, kept] of Object.entries(week))
      expect({ table, rows: days[table] }).toEqual({ table, rows: kept });
    expect(await story(byDays)).toEqual(await story(byWeek));
  });

  test('the same story whenever it is founded by the same seed', async () => {
    expect(await story(again)).toEqual(await story(byWeek));
  });

  test('without any incident, and nothing is left that is due', async () => {
    expect(await rows(byWeek, sql`select id from enrolment where incident_code is not null`)).toEqual([]);
    expect(
      await rows(
        byWeek,
        sql`
        select a.key from simulated_act a join clock c on c.org_id = a.org_id where a.done_at is null and a.at <= c.anchor_org`,
      ),
    ).toEqual([]);
  });

  test('with payments, answers and scheduled facts that bear the mark of the simulation', async () => {
    const [facts] = await rows(
      byWeek,
      sql`
      select
        (select count(*)::int from audit where actor = 'simulation' and kind = 'payment-recorded') > 30 as payments,
        (select count(*)::int from payment where at > '2026-11-23T07:30Z' and not exists (
          select 1 from audit a where a.kind = 'payment-recorded' and a.ref = payment.id::text and a.actor = 'simulation')) as unmarked,
        (select count(*)::int from invoice i where i.issue_date = '2026-11-30') as monday,
        (select count(*)::int from payment where receipt.at = payment.at and payment.unallocated = 10000) as overpaid
      from (select '2026-11-25T09:00:00Z'::timestamptz as at) receipt`,
    );
    expect(facts).toEqual({ payments: true, unmarked: 0, monday: 12, overpaid: 1 });
  });

  test('an invoice is credited although a message was planned, and one is paid a minute before its reminder', async () => {
    const credited = await rows(
      byWeek,
      sql`
      select i.balance, j.after, c.status, c.reason
      from simulated_act a join invoice i on a.result = 'credited ' || i.number
      join adjustment j on j.invoice_id = i.id
      join contact c on c.invoice_id = i.id and c.settled_at = j.at
      where a.kind = 'credit-note'`,
    );
    expect(credited).toEqual([{ balance: '0', after: '0', status: 'cancelled', reason: 'paid' }]);
    const stopped = await rows<{ reason: string }>(
      byWeek,
      sql`
      select c.status, c.reason from simulated_act a
      join payment p on a.result = 'paid ' || p.external_id join allocation al on al.payment_id = p.id
      join contact c on c.invoice_id = al.invoice_id and c.settled_at = p.at
      join audit u on u.kind = 'contact-planned' and u.ref = c.id::text
        and (u.data ->> 'slotAt')::timestamptz = p.at + interval '1 minute'
      where a.kind = 'just-before'`,
    );
    expect(stopped).toEqual([{ status: 'cancelled', reason: 'paid' }]);
  });

  test('where no message arrives nobody reacts to one', async () => {
    const [counts] = await rows<{ reactions: number; undelivered: number }>(
      byWeek,
      sql`
      select count(*)::int as reactions,
        count(*) filter (where m.id is null or m.status not in ('handed-over', 'delivered'))::int as undelivered
      from simulated_act a left join message m on a.key = 'message/' || m.id where a.key like 'message/%'`,
    );
    expect(counts?.undelivered).toBe(0);
    expect(counts?.reactions).toBeGreaterThan(20);
  });
});

describe('simulated debtors outside sandboxes', () => {
  test('cannot be planted, and nobody acts where they were put by force', async () => {
    const { organisationId } = await makeSandbox(byWeek, '2026-11-23T07:30:00.000Z');
    await byWeek.owner.execute(sql`update organisation set sandbox = false where id = ${organisationId}`);
    const at = '2026-11-23T07:30:00.000Z';
    const inside = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]): Promise<Result> =>
      inOrganisation(byWeek.deps.app, organisationId, work);
    const start = { since: at, reactsFrom: at, colleague: newId() };
    await expect(inside((tx) => plantSimulation(tx, organisationId, { start, debtors: [], acts: [] }))).rejects.toThrow(
      'sandboxes only',
    );
    await inside(async (tx) => {
      await tx.insert(simulation).values({ orgId: organisationId });
      await planActs(tx, organisationId, [{ key: 'overpay', at, kind: 'overpay', data: {} }]);
    });
    await expect(inside((tx) => readSimulation(tx, organisationId))).rejects.toThrow('sandboxes only');
    await expect(liveDays(byWeek, organisationId, 1)).rejects.toThrow('sandboxes only');
  });
});

describe('the demo ledger as a list of open items', () => {
  test('each week for eight weeks, with invoices that vanish, change and come back, accounts for each euro', async () => {
    const org = first.organisationId;
    const world = await openWorld({ database: await copyDatabase(first.database) });
    try {
      const [entity] = await rows<{ id: string }>(
        world,
        sql`select entity_id as id from invoice where status = 'open' group by 1 order by count(*) desc limit 1`,
      );
      const entityId = entity?.id ?? '';
      const auditor = await auditLedger(world, org, entityId);
      const ledger = await rows<Item & Record<string, unknown>>(
        world,
        sql`
        select i.number, a.ref, i.issue_date::text as issue, i.due_date::text as due, i.total::float8 as total,
          i.balance::float8 as left, i.currency
        from invoice i join account a on a.id = i.account_id
        where i.entity_id = ${entityId} and i.status = 'open' and i.balance > 0
        union all
        select c.number, a.ref, c.issue_date::text, c.at::date::text, -c.amount::float8, -c.balance::float8, c.currency
        from credit c join account a on a.id = c.account_id where c.entity_id = ${entityId} and c.balance > 0
        order by 1`,
      );
      expect(ledger.length).toBeGreaterThan(100);
      const others = await auditor.others();
      let open: Item[] = ledger;
      let gone: Item[] = [];
      for (let week = 1; ; week += 1) {
        ({ open, gone } = liveWeek(week, open, gone));
        await world.owner.execute(
          sql`update clock set anchor_org = anchor_org + interval '7 days' where org_id = ${org}`,
        );
        const before = { invoices: await auditor.invoices(), credits: await auditor.credits() };
        // in one week a line cannot be read: its invoice stays as it was
        const known = new Map(before.invoices.map((each) => [each.number, each.left]));
        const damaged = week === 5 ? open.find(({ number, left }) => left > 0 && known.has(number)) : undefined;
        const job = await importList(world.deps, org, { text: listOf(open, damaged?.number), entityId });
        expect(job).toMatchObject({ status: 'done', failure: null, summary: { rejected: damaged ? 1 : 0 } });
        if (damaged) damaged.left = known.get(damaged.number) ?? 0;
        const owing = open.filter(({ left }) => left < 0).map(({ number, left }) => ({ number, left: -left }));
        expect(await auditor.invoices(), `week ${week}`).toEqual(byNumber(open.filter(({ left }) => left > 0)));
        expect(await auditor.credits(), `week ${week}`).toEqual(byNumber(owing));
        expect(await auditor.findings(), `week ${week}`).toEqual(NOTHING_WRONG);
        // of invoices that no file has had before too, what the list finds as it is has not changed
        if (week === 1) expect(job.closing?.figures.unchanged.count).toBeGreaterThan(100);
        if (week > 2) expect(job.closing?.figures.reopened.count, `week ${week}`).toBeGreaterThan(0);
        if (week < 8) continue;
        const undone = await inOrganisation(world.deps.app, org, (tx) =>
          undoImport(tx, org, { importId: job.id, actor: 'user:1', reason: 'wrong week', at: job.at }),
        );
        expect(undone).toMatchObject({ left: [] });
        expect({ invoices: await auditor.invoices(), credits: await auditor.credits() }).toEqual(before);
        expect(await auditor.findings()).toEqual(NOTHING_WRONG);
        break;
      }
      expect(await auditor.others()).toEqual(others);
    } finally {
      await world.close();
    }
  });
});
