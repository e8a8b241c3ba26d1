import { inOrganisation } from '@relance/db';
import { createImport, nowOf } from '@relance/db/queries';
import { stepImport } from '@relance/worker/imports';
import { stepOrganisation } from '@relance/worker/sandbox';
import { scenario, type Graph } from '@relance/workflows/scenario';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOWHERE, saveRules, turnRules } from '../drivers/rules.ts';
import { askToAdvance, makeSandbox, publish, type Sandbox } from '../drivers/sandbox.ts';
import { snapshot } from '../drivers/snapshot.ts';
import { until } from '../drivers/until.ts';
import { startWorker, type RunningWorker } from '../drivers/worker.ts';
import { openWorld, type World } from '../drivers/world.ts';
import { testTemporal } from '../setup/temporal.ts';

const NOW = '2026-03-02T08:00:00.000Z';
const DEBTORS = 24;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** D+2 and D+10 by e-mail, a formal word at D+30, dated by the invoice: all of it long past for an old one. */
function dated(): Graph {
  const after = (amount: number) => ({ amount, unit: 'day', direction: 'after', anchor: 'due-date', time: '09:00' });
  const answerIn = { amount: 8, unit: 'day' };
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('w1', 'wait', 'J+2', after(2))
    .node('first', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('w2', 'wait', 'J+10', after(10))
    .node('second', 'send-email', 'Relance 2', { template: 'reminder-2', answerIn })
    .node('w3', 'wait', 'J+30', after(30))
    .node('notice', 'send-email', 'Dernier rappel', { template: 'before-formal-notice', answerIn })
    .node('end', 'end', 'Fin', { reason: 'other' })
    .path('start', 'w1', 'first', 'w2', 'second', 'w3', 'notice', 'end')
    .build();
}

/** A whole ledger: each debtor owes one to five invoices, from some days to two years old, and some not yet due. */
function ledger(): Buffer {
  const rows = ['number;debtorRef;debtorName;issueDate;dueDate;total;currency;email'];
  const dayFrom = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString().slice(0, 10);
  for (let debtor = 0; debtor < DEBTORS; debtor += 1) {
    for (let each = 0; each <= debtor % 5; each += 1) {
      const age = ((debtor * 97 + each * 193) % 730) - 20;
      const cells = [`F${debtor}-${each}`, `C${debtor}`, `Débiteur ${debtor}`, dayFrom(age + 30), dayFrom(age)];
      rows.push([...cells, `${100 + debtor}.00`, 'EUR', `c${debtor}@debtor.example`].join(';'));
    }
  }
  return Buffer.from(`${rows.join('\n')}\n`);
}

async function importLedger(sandbox: Sandbox): Promise<void> {
  const { organisationId } = sandbox;
  const id = await inOrganisation(world.deps.app, organisationId, async (tx) =>
    createImport(tx, organisationId, {
      kind: 'invoices',
      filename: 'ledger.csv',
      bytes: ledger(),
      createdBy: 'user:1',
      at: await nowOf(tx, organisationId),
    }),
  );
  while (!(await stepImport(world.deps, organisationId, id, null)).done);
}

const work = async ({ organisationId }: Sandbox) => {
  while (!(await stepOrganisation(world.deps, organisationId, null)).done);
};

/** Asks the rows with its own words, not the engine's. */
const rows = async <Row extends Record<string, unknown>>({ organisationId }: Sandbox, query: ReturnType<typeof sql>) =>
  (await inOrganisation(world.deps.app, organisationId, (tx) => tx.execute<Row>(query))).rows;

test('after a whole old ledger, nobody hears twice within the distance and no severe word comes unprepared', async () => {
  const sandbox = await makeSandbox(world, NOW);
  const { scenarioId } = await publish(world, sandbox, dated());
  await saveRules(world, sandbox, [{ ...NOWHERE, then: { kind: 'scenario', scenarioId } }]);
  await turnRules(world, sandbox, true);
  await importLedger(sandbox);
  // the import alone has the rules run, hours before the next morning
  await work(sandbox);
  const entered = await rows<{ by: string }>(sandbox, sql`select enrolled_by as by from enrolment`);
  expect(entered.length).toBeGreaterThan(DEBTORS);
  expect(new Set(entered.map(({ by }) => by))).toEqual(new Set(['assignment']));
  await askToAdvance(world, sandbox, '2026-06-02T08:00:00.000Z');
  await work(sandbox);

  const sent = await rows<{ tone: number; count: number }>(
    sandbox,
    sql`select tone, count(*)::int as count from message where handed_over_at is not null group by tone order by tone`,
  );
  expect(sent.map(({ tone }) => tone)).toEqual([1, 2, 3]);
  const near = await rows(
    sandbox,
    sql`select a.id from message a join message b on b.debtor_id = a.debtor_id and b.id <> a.id
      and b.handed_over_at >= a.handed_over_at and b.handed_over_at < a.handed_over_at + interval '5 days'
      where a.tone >= 1 and b.tone >= 1`,
  );
  expect(near).toEqual([]);
  const unprepared = await rows(
    sandbox,
    sql`select severe.id from contact severe where severe.tone >= 3 and severe.status = 'sent' and not exists (
      select 1 from contact milder where milder.enrolment_id = severe.enrolment_id and milder.tone = 2
        and milder.status in ('sent', 'covered') and milder.settled_at < severe.sent_at)`,
  );
  expect(unprepared).toEqual([]);
  // an invoice that was old is never written to about more than its own step, and gets there once
  const again = await rows(
    sandbox,
    sql`select enrolment_id from contact group by enrolment_id, node_id having count(*) > 1`,
  );
  expect(again).toEqual([]);
}, 120_000);

test('an import that changes nothing puts nothing anywhere twice, and a dry run nothing at all', async () => {
  const sandbox = await makeSandbox(world, NOW);
  const { scenarioId } = await publish(world, sandbox, dated());
  await saveRules(world, sandbox, [{ ...NOWHERE, then: { kind: 'scenario', scenarioId } }]);
  const { organisationId } = sandbox;
  const count = async () => (await rows(sandbox, sql`select id from enrolment`)).length;
  await importLedger(sandbox);
  await work(sandbox);
  expect(await count()).toBe(0);
  await turnRules(world, sandbox, true);
  const dryRun = await inOrganisation(world.deps.app, organisationId, (tx) =>
    createImport(tx, organisationId, {
      kind: 'invoices',
      filename: 'ledger.csv',
      bytes: ledger(),
      dryRun: true,
      createdBy: 'user:1',
      at: NOW,
    }),
  );
  while (!(await stepImport(world.deps, organisationId, dryRun, null)).done);
  await work(sandbox);
  expect(await count()).toBe(0);
  await importLedger(sandbox);
  await work(sandbox);
  const first = await count();
  expect(first).toBeGreaterThan(0);
  await importLedger(sandbox);
  await work(sandbox);
  expect(await count()).toBe(first);
});

test('advanced directly or by Temporal, the mornings of the rules give the same rows', async () => {
  const worker: RunningWorker = await startWorker(world, await testTemporal());
  try {
    const lives: Record<string, unknown>[] = [];
    for (const via of ['direct', 'workflows'] as const) {
      const sandbox = await makeSandbox(world, NOW);
      const { scenarioId } = await publish(world, sandbox, dated());
      await saveRules(world, sandbox, [{ ...NOWHERE, then: { kind: 'scenario', scenarioId } }]);
      await importLedger(sandbox);
      await turnRules(world, sandbox, true);
      const target = '2026-03-05T08:00:00.000Z';
      await askToAdvance(world, sandbox, target, via);
      const arrived = () =>
        rows(sandbox, sql`select 1 from clock where advancing_to is null and anchor_org >= ${target}::timestamptz`);
      await until('the target', async () => (await arrived()).length > 0, 90_000);
      const { enrolment } = await snapshot(world, sandbox);
      const entries = (enrolment as { enrolled_at: string; invoice_id: string; rule_id: string }[]).map(
        ({ enrolled_at: at, invoice_id: invoice, rule_id: rule }) => `${invoice} ${rule} ${at}`,
      );
      lives.push({ entries });
    }
    const [life] = lives;
    expect((life?.['entries'] as unknown[] | undefined)?.length).toBeGreaterThan(DEBTORS);
    expect(lives[0]).toEqual(lives[1]);
  } finally {
    await worker.stop();
  }
}, 240_000);
