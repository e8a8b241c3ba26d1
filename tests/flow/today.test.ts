import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce, reminderThenCall, waits } from '../drivers/drawings.ts';
import { askToAdvance, enrol, owe, publish } from '../drivers/sandbox.ts';
import { webClient, type Problem, type WebClient } from '../drivers/web-client.ts';

interface Today {
  now: string;
  overdue: { invoices: number; amounts: { amount: string }[] };
  leaving: { planned: number; ahead: number; undecided: number };
  calls: { open: number; late: number };
  promisesDue: { count: number; amounts: { amount: string }[] };
  cards: Record<'scenario' | 'week' | 'call', string | null>;
  scenario: { id: string; name: string } | null;
  story: { from: string; to: string; lines: Line[] } | null;
}
interface Line {
  line: string;
  count: number;
  amounts: { amount: string; currency: string }[];
  reasons: { reason: string; count: number }[];
}
interface Happenings {
  items: { debtorName: string; invoiceNumber: string | null; reason: string | null; date: string | null }[];
  more: boolean;
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function team() {
  const organisation = await api.newOrganisation();
  const place = { organisationId: organisation.id, entityId: organisation.entityId };
  const { email } = await api.newUser(organisation.id, 'manager');
  const claire = webClient(api, await api.signIn(email));
  const advance = async (to: string) => {
    await askToAdvance(api.world, place, to);
    await api.settle(organisation);
  };
  return { organisation, place, claire, advance };
}

const told = (today: Today, line: string): Line => {
  const found = today.story?.lines.find((each) => each.line === line);
  if (!found) throw new Error(`the story has no line ${line}`);
  return found;
};

/** Completes the one open call. */
async function answer(claire: WebClient, said: object): Promise<void> {
  const { items } = await claire.ask<{ items: { id: string; rev: number }[] }>('tasks.list', { status: 'open' });
  const [task] = items;
  const done = await claire.tell<{ status: unknown }>('tasks.complete', { id: task?.id, rev: task?.rev, ...said });
  expect(done.status).toBe('done');
}

const promise = (date: string, amount: string) => ({
  outcome: 'promised',
  values: { date, amount: { amount, currency: 'EUR' } },
});

async function pay(
  { keys }: Organisation,
  externalId: string,
  receivedOn: string,
  invoiceNumber: string,
  amount: string,
) {
  const body = { externalId, receivedOn, amount: { amount, currency: 'EUR' }, invoiceNumbers: [invoiceNumber] };
  expect((await api.call('POST /payments', { key: keys.manager, body })).status).toBe(201);
}

describe('today', () => {
  test('begins with what the organisation is, no story, and no card ticked', async () => {
    const { claire } = await team();
    expect(await claire.ask('today.get')).toMatchObject({
      sandbox: true,
      now: '2026-03-02T08:00:00.000Z',
      overdue: { invoices: 0, amounts: [] },
      calls: { open: 0, late: 0 },
      promisesDue: { count: 0 },
      cards: { scenario: null, week: null, call: null },
      scenario: null,
      setUp: { invoices: false, assignment: false, sending: true, gaps: false },
      story: null,
    });
  });

  test('after a week tells what left, what did not and why, what came in and what closed, each with its rows', async () => {
    const { organisation, place, claire, advance } = await team();
    const version = await publish(api.world, place, reminderThenCall());
    const one = await owe(api.world, place, {
      name: 'Acier',
      invoices: [{ number: 'F1', dueDate: '2026-02-26', amount: 10_000 }],
    });
    const two = await owe(api.world, place, {
      name: 'Bois',
      email: null,
      invoices: [{ number: 'F2', dueDate: '2026-02-26', amount: 20_000 }],
    });
    const three = await owe(api.world, place, {
      name: 'Cuir',
      invoices: [{ number: 'F3', dueDate: '2026-03-03', amount: 30_000 }],
    });
    await enrol(api.world, place, version, [...one, ...two]);
    await enrol(api.world, place, await publish(api.world, place, waits(1)), three);
    await api.settle(organisation);
    await advance('2026-03-02T12:00:00.000Z');
    const leaving = async () => (await claire.ask<Today>('today.get')).leaving;
    expect(await leaving()).toEqual({ planned: 0, ahead: 0, undecided: 0 });
    // two hours later the reminders of two debtors are planned
    await advance('2026-03-03T06:00:00.000Z');
    expect(await leaving()).toEqual({ planned: 0, ahead: 2, undecided: 0 });
    await advance('2026-03-05T07:00:00.000Z');
    await advance('2026-03-05T12:00:00.000Z');
    const today = await claire.ask<Today>('today.get');
    expect(today.story).toMatchObject({ from: '2026-03-05T07:00:00.000Z', to: '2026-03-05T12:00:00.000Z' });
    expect(told(today, 'closed').count).toBe(1);
    expect(today.overdue).toEqual({ invoices: 3, amounts: [{ amount: '600.00', currency: 'EUR' }] });
    expect(today.calls.open).toBeGreaterThan(0);
    expect(told(today, 'calls').count).toBe(today.calls.open);
    expect(today.scenario).toMatchObject({ id: version.scenarioId });
    const closed = await claire.ask<Happenings>('today.happenings', { line: 'closed' });
    expect(closed).toMatchObject({
      items: [{ debtorName: 'Cuir', invoiceNumber: 'F3', reason: 'other' }],
      more: false,
    });
  });

  test('what left and what did not stands in the story of the days in which it happened', async () => {
    const { organisation, place, claire, advance } = await team();
    const version = await publish(api.world, place, reminderThenCall());
    const ids = [
      ...(await owe(api.world, place, {
        name: 'Acier',
        invoices: [{ number: 'F1', dueDate: '2026-02-26', amount: 1_000 }],
      })),
      ...(await owe(api.world, place, {
        name: 'Bois',
        email: null,
        invoices: [{ number: 'F2', dueDate: '2026-02-26', amount: 1_000 }],
      })),
    ];
    await enrol(api.world, place, version, ids);
    await api.settle(organisation);
    await advance('2026-03-09T08:00:00.000Z');
    const today = await claire.ask<Today>('today.get');
    expect(told(today, 'sent')).toMatchObject({ count: 1, reasons: [] });
    expect(told(today, 'not-sent')).toMatchObject({ count: 1, reasons: [{ reason: 'address', count: 1 }] });
    expect(await claire.ask('today.happenings', { line: 'sent' })).toMatchObject({
      items: [{ debtorName: 'Acier', messageId: expect.any(String), enrolmentId: expect.any(String) }],
    });
    expect(await claire.ask('today.happenings', { line: 'not-sent' })).toMatchObject({
      items: [{ debtorName: 'Bois', invoiceNumber: 'F2', reason: 'address' }],
    });
    await advance('2026-03-10T08:00:00.000Z');
    expect(told(await claire.ask<Today>('today.get'), 'sent').count).toBe(0);
  });

  test('promises are told when they are made, due, kept and broken', async () => {
    const { organisation, place, claire, advance } = await team();
    const version = await publish(api.world, place, callAtOnce());
    const invoiceIds = await owe(api.world, place, {
      name: 'Acier',
      invoices: [{ number: 'F1', dueDate: '2026-02-10', amount: 10_000 }],
    });
    await enrol(api.world, place, version, invoiceIds);
    await api.settle(organisation);
    await advance('2026-03-02T09:00:00.000Z');
    await answer(claire, promise('2026-03-04', '100.00'));
    await advance('2026-03-03T09:00:00.000Z');
    let today = await claire.ask<Today>('today.get');
    expect(told(today, 'promised').count).toBe(0);
    expect(today.promisesDue.count).toBe(0);
    expect(today.cards.call).toBe('2026-03-02T09:00:00.000Z');
    await advance('2026-03-05T09:00:00.000Z');
    today = await claire.ask<Today>('today.get');
    expect(today.promisesDue).toEqual({ count: 1, amounts: [{ amount: '100.00', currency: 'EUR' }] });
    expect(await claire.ask('today.happenings', { line: 'promises-due' })).toMatchObject({
      items: [{ debtorName: 'Acier', date: '2026-03-04', amount: { amount: '100.00', currency: 'EUR' } }],
    });
    // Wednesday and two business days: from Saturday on it is broken
    await advance('2026-03-09T09:00:00.000Z');
    today = await claire.ask<Today>('today.get');
    expect(told(today, 'broken')).toMatchObject({ count: 1, amounts: [{ amount: '100.00', currency: 'EUR' }] });
    expect(told(today, 'kept').count).toBe(0);
    expect(today.promisesDue.count).toBe(0);
  });

  test('a promise whose money comes in in time is kept', async () => {
    const { organisation, place, claire, advance } = await team();
    const version = await publish(api.world, place, callAtOnce());
    const invoiceIds = await owe(api.world, place, {
      name: 'Acier',
      invoices: [{ number: 'F1', dueDate: '2026-02-10', amount: 10_000 }],
    });
    await enrol(api.world, place, version, invoiceIds);
    await api.settle(organisation);
    await answer(claire, promise('2026-03-04', '100.00'));
    await advance('2026-03-04T08:00:00.000Z');
    expect(told(await claire.ask<Today>('today.get'), 'promised').count).toBe(0);
    await pay(organisation, 'p1', '2026-03-04', 'F1', '100.00');
    // as money does that comes in while the clock goes on
    const { id } = organisation;
    for (const table of ['payment', 'allocation']) {
      await api.owner.execute(`update ${table} set at = '2026-03-04T10:00:00Z' where org_id = '${id}'`);
    }
    await advance('2026-03-09T09:00:00.000Z');
    const today = await claire.ask<Today>('today.get');
    expect(told(today, 'kept')).toMatchObject({ count: 1, amounts: [{ amount: '100.00', currency: 'EUR' }] });
    expect(told(today, 'payments')).toMatchObject({ count: 1, amounts: [{ amount: '100.00', currency: 'EUR' }] });
    expect(await claire.ask('today.happenings', { line: 'payments' })).toMatchObject({
      items: [{ debtorName: 'Acier', amount: { amount: '100.00', currency: 'EUR' } }],
    });
    expect(told(today, 'broken').count).toBe(0);
    expect(today.promisesDue.count).toBe(0);
  });

  test('cards are ticked once, by each person alone', async () => {
    const { organisation, claire } = await team();
    await claire.tell('today.tick', { card: 'scenario' });
    const first = (await claire.ask<Today>('today.get')).cards.scenario;
    expect(first).toBe('2026-03-02T08:00:00.000Z');
    await claire.tell('today.tick', { card: 'scenario' });
    const other = webClient(api, await api.signIn((await api.newUser(organisation.id, 'collector')).email));
    expect((await other.ask<Today>('today.get')).cards).toEqual({ scenario: null, week: null, call: null });
    expect(await claire.tell<Problem>('today.tick', { card: 'call' })).toMatchObject({ status: 400 });
    const { rows } = await api.owner.execute(`select 1 from first_step where org_id = '${organisation.id}'`);
    expect(rows).toHaveLength(1);
  });
});

test('a scenario shows its cases and euros on each step', async () => {
  const { organisation, place, claire, advance } = await team();
  const version = await publish(api.world, place, reminderThenCall());
  const late = await owe(api.world, place, {
    name: 'Acier',
    invoices: [
      { number: 'F1', dueDate: '2026-03-30', amount: 10_000 },
      { number: 'F2', dueDate: '2026-03-30', amount: 5_000 },
    ],
  });
  const soon = await owe(api.world, place, {
    name: 'Bois',
    invoices: [{ number: 'F3', dueDate: '2026-02-26', amount: 20_000 }],
  });
  await enrol(api.world, place, version, [...late, ...soon]);
  await api.settle(organisation);
  await advance('2026-03-10T08:00:00.000Z');
  const { nodes } = await claire.ask<{ nodes: { nodeId: string }[] }>('scenarios.standing', { id: version.scenarioId });
  expect(nodes.toSorted((a, b) => a.nodeId.localeCompare(b.nodeId))).toEqual([
    { nodeId: 'call', cases: 1, amounts: [{ amount: '200.00', currency: 'EUR' }] },
    { nodeId: 'wait', cases: 2, amounts: [{ amount: '150.00', currency: 'EUR' }] },
  ]);
  const other = await team();
  expect(await other.claire.ask<Problem>('scenarios.standing', { id: version.scenarioId })).toMatchObject({
    status: 404,
  });
});
