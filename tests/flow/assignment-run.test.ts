import { inOrganisation } from '@relance/db';
import { commandCases, lockCase, nowOf, readAssignment } from '@relance/db/queries';
import { audit, debtor, enrolment, invoice } from '@relance/db/schema';
import { stepOrganisation } from '@relance/worker/sandbox';
import type { DrawnRule } from '@relance/workflows/assignment';
import { scenario, type Graph } from '@relance/workflows/scenario';
import { eq } from 'drizzle-orm';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { reminderThenCall } from '../drivers/drawings.ts';
import { askToAssign, NOWHERE, saveRules, turnRules } from '../drivers/rules.ts';
import { askToAdvance, enrol, makeSandbox, owe, publish, type Sandbox } from '../drivers/sandbox.ts';
import { openWorld, type World } from '../drivers/world.ts';

// a Monday, nine in the morning in Paris
const NOW = '2026-03-02T08:00:00.000Z';

let world: World;
let sandbox: Sandbox;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  sandbox = await makeSandbox(world, NOW);
});

const work = async () => {
  while (!(await stepOrganisation(world.deps, sandbox.organisationId, null)).done);
};
const advance = async (to: string) => {
  await askToAdvance(world, sandbox, to);
  await work();
};
const run = async () => {
  await askToAssign(world, sandbox);
  await work();
};
const inside = <Result>(query: (tx: Parameters<Parameters<typeof inOrganisation>[2]>[0]) => Promise<Result>) =>
  inOrganisation(world.deps.app, sandbox.organisationId, query);
const cases = () =>
  inside((tx) =>
    tx
      .select({
        id: enrolment.id,
        number: invoice.number,
        scenarioId: enrolment.scenarioId,
        ruleId: enrolment.ruleId,
        version: enrolment.assignmentVersion,
        status: enrolment.status,
        outcome: enrolment.outcomeReason,
        by: enrolment.enrolledBy,
      })
      .from(enrolment)
      .innerJoin(invoice, eq(invoice.id, enrolment.invoiceId))
      .orderBy(enrolment.id),
  );
const numbers = async (status = 'live') =>
  (await cases())
    .filter((each) => each.status === status)
    .map(({ number }) => number)
    .toSorted();
const to = (id: string, scenarioId: string, when: DrawnRule['when']): DrawnRule => ({
  id,
  name: id,
  when,
  then: { kind: 'scenario', scenarioId },
});
const large: DrawnRule['when'] = { fact: 'invoice.balance', op: '>=', value: { amount: '1000.00', currency: 'EUR' } };
const overdue = (number: string, amount = 50_000) => ({ number, dueDate: '2026-02-20', amount });

/** A word a week before the due date; on that day, the end `due`. */
function preventive(): Graph {
  const days = { unit: 'day', direction: 'before', anchor: 'due-date', time: '09:00' };
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('w-before', 'wait', 'J−7', { ...days, amount: 7 })
    .node('word', 'send-email', 'Avant', { template: 'preventive' })
    .node('w-due', 'wait', 'J', { ...days, amount: 0 })
    .node('end', 'end', 'Échue', { reason: 'due' })
    .path('start', 'w-before', 'word', 'w-due', 'end')
    .build();
}

test('each invoice goes where the first line that takes it says, and the enrolment records line and version', async () => {
  const firm = await publish(world, sandbox, reminderThenCall());
  const soft = await publish(world, sandbox, reminderThenCall());
  await owe(world, sandbox, { name: 'Alpha', invoices: [overdue('LARGE', 100_000), overdue('SMALL')] });
  await owe(world, sandbox, { name: 'Never', invoices: [overdue('NEVER', 200_000)] });
  await saveRules(world, sandbox, [NOWHERE]);
  const version = await saveRules(world, sandbox, [
    {
      id: 'never',
      name: 'Never',
      when: { fact: 'account.ref', op: '=', value: 'Never' },
      then: { kind: 'never-contact' },
    },
    to('large', firm.scenarioId, large),
    { ...NOWHERE, then: { kind: 'scenario', scenarioId: soft.scenarioId } },
  ]);
  expect(version).toBe(2);
  await run();
  const common = { version: 2, status: 'live', by: 'assignment', outcome: null };
  expect((await cases()).toSorted((a, b) => a.number.localeCompare(b.number))).toMatchObject([
    { number: 'LARGE', scenarioId: firm.scenarioId, ruleId: 'large', ...common },
    { number: 'SMALL', scenarioId: soft.scenarioId, ruleId: 'default', ...common },
  ]);
  const entries = await inside((tx) => tx.select({ data: audit.data }).from(audit).where(eq(audit.kind, 'enrolled')));
  expect(entries.map(({ data }) => String(data?.['ruleId'])).toSorted()).toEqual(['default', 'large']);
  expect(entries.every(({ data }) => data?.['assignmentVersion'] === 2)).toBe(true);
  expect(await inside((tx) => readAssignment(tx, sandbox.organisationId))).toMatchObject({
    on: false,
    nextAt: null,
    ranAt: NOW,
    ranCount: 2,
  });
});

test('it runs at six each morning once it is on, and not before', async () => {
  const { scenarioId } = await publish(world, sandbox, reminderThenCall());
  await saveRules(world, sandbox, [{ ...NOWHERE, then: { kind: 'scenario', scenarioId } }]);
  await owe(world, sandbox, { name: 'Alpha', invoices: [overdue('A1')] });
  await advance('2026-03-04T08:00:00.000Z');
  expect(await numbers()).toEqual([]);
  await turnRules(world, sandbox, true);
  await advance('2026-03-05T04:45:00.000Z');
  expect(await numbers()).toEqual([]);
  await advance('2026-03-05T05:00:00.000Z');
  expect(await numbers()).toEqual(['A1']);
  const { nextAt } = await inside((tx) => readAssignment(tx, sandbox.organisationId));
  expect(nextAt).toBe('2026-03-06T05:00:00.000Z');
  // the night in which the clocks go forward
  await advance('2026-03-30T12:00:00.000Z');
  expect((await inside((tx) => readAssignment(tx, sandbox.organisationId))).nextAt).toBe('2026-03-31T04:00:00.000Z');
});

test('paid, excluded, disputed and followed invoices stay where they are, and twice changes nothing', async () => {
  const version = await publish(world, sandbox, reminderThenCall());
  await saveRules(world, sandbox, [{ ...NOWHERE, then: { kind: 'scenario', scenarioId: version.scenarioId } }]);
  const invoices = ['FREE', 'EXCLUDED', 'DISPUTED', 'FOLLOWED', 'PAID'].map((number) => overdue(number));
  const ids = await owe(world, sandbox, { name: 'Alpha', invoices });
  await owe(world, sandbox, { name: 'Out', invoices: [overdue('OUT')] });
  const [, excluded = '', disputed = '', followed = '', paid = ''] = ids;
  await inside(async (tx) => {
    await tx.update(invoice).set({ excluded: true, excludedReason: 'client' }).where(eq(invoice.id, excluded));
    await tx.update(invoice).set({ disputedAt: NOW, disputeReason: 'price' }).where(eq(invoice.id, disputed));
    await tx.update(invoice).set({ balance: 0, status: 'paid' }).where(eq(invoice.id, paid));
    await tx.update(debtor).set({ excluded: true }).where(eq(debtor.name, 'Out'));
  });
  await enrol(world, sandbox, version, [followed]);
  await run();
  await run();
  expect(await numbers()).toEqual(['FOLLOWED', 'FREE']);
});

test('an invoice enters before its due date only where the scenario starts there', async () => {
  const before = await publish(world, sandbox, preventive());
  const after = await publish(world, sandbox, reminderThenCall());
  await saveRules(world, sandbox, [
    to('large', before.scenarioId, large),
    { ...NOWHERE, then: { kind: 'scenario', scenarioId: after.scenarioId } },
  ]);
  const dueDate = '2026-03-20';
  await owe(world, sandbox, {
    name: 'Alpha',
    invoices: [
      { number: 'LARGE', dueDate, amount: 100_000 },
      { number: 'SMALL', dueDate, amount: 100 },
    ],
  });
  await turnRules(world, sandbox, true);
  await run();
  expect(await numbers()).toEqual(['LARGE']);
  await advance('2026-03-20T05:00:00.000Z');
  expect(await numbers()).toEqual(['LARGE', 'SMALL']);
});

test('what ended `due` enters the next scenario that takes it; what ended otherwise does not', async () => {
  const before = await publish(world, sandbox, preventive());
  const after = await publish(world, sandbox, reminderThenCall());
  await saveRules(world, sandbox, [
    to('large', before.scenarioId, large),
    { ...NOWHERE, then: { kind: 'scenario', scenarioId: after.scenarioId } },
  ]);
  await owe(world, sandbox, { name: 'Alpha', invoices: [{ number: 'L1', dueDate: '2026-03-10', amount: 100_000 }] });
  await turnRules(world, sandbox, true);
  await advance('2026-03-11T12:00:00.000Z');
  expect(await cases()).toMatchObject([
    { scenarioId: before.scenarioId, status: 'ended', outcome: 'due', ruleId: 'large' },
    { scenarioId: after.scenarioId, status: 'live', ruleId: 'default' },
  ]);
  const cancel = async (mayReenter: boolean) => {
    await inside(async (tx) => {
      const [, second] = (await cases()).filter(({ status }) => status === 'live' || status === 'ended');
      const last = (await cases()).at(-1) ?? second;
      const found = await lockCase(tx, sandbox.organisationId, last?.id ?? '');
      if (!found) throw new Error('no case');
      const command = { type: 'cancel', mayReenter } as const;
      const at = await nowOf(tx, sandbox.organisationId);
      await commandCases(tx, sandbox.organisationId, [found], command, { actor: 'user:1', reason: 'essai', at });
    });
  };
  await cancel(true);
  await advance('2026-03-12T12:00:00.000Z');
  expect((await cases()).map(({ status, outcome }) => outcome ?? status)).toEqual(['due', 'cancelled', 'live']);
  await cancel(false);
  await advance('2026-03-14T12:00:00.000Z');
  expect((await cases()).map(({ status, outcome }) => outcome ?? status)).toEqual(['due', 'cancelled', 'cancelled']);
});

test('changing rules moves no live case', async () => {
  const one = await publish(world, sandbox, reminderThenCall());
  const other = await publish(world, sandbox, reminderThenCall());
  await owe(world, sandbox, { name: 'Alpha', invoices: [overdue('A1')] });
  await saveRules(world, sandbox, [{ ...NOWHERE, then: { kind: 'scenario', scenarioId: one.scenarioId } }]);
  await run();
  await saveRules(world, sandbox, [{ ...NOWHERE, then: { kind: 'scenario', scenarioId: other.scenarioId } }]);
  await run();
  expect(await cases()).toMatchObject([{ scenarioId: one.scenarioId, status: 'live', version: 1 }]);
});

test('a ledger of many invoices takes a few statements a batch', async () => {
  const { scenarioId } = await publish(world, sandbox, reminderThenCall());
  await saveRules(world, sandbox, [{ ...NOWHERE, then: { kind: 'scenario', scenarioId } }]);
  for (let index = 0; index < 50; index += 1) {
    const invoices = Array.from({ length: 30 }, (_, each) => overdue(`F${index}-${each}`));
    await owe(world, sandbox, { name: `D${index}`, invoices });
  }
  await askToAssign(world, sandbox);
  const spy = vi.spyOn(Client.prototype, 'query');
  try {
    await work();
    expect(spy.mock.calls.length).toBeLessThan(120);
  } finally {
    spy.mockRestore();
  }
  expect(await numbers()).toHaveLength(1_500);
}, 60_000);
