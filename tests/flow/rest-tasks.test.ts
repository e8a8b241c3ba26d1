import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce, reminderThenCall } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';

interface List {
  items: { id: string; rev: number; [member: string]: unknown }[];
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function newCases(graph = callAtOnce(), email: string | null = 'a@debtor.example') {
  const organisation = await api.newOrganisation();
  const sandbox = { organisationId: organisation.id, entityId: organisation.entityId };
  const invoiceIds = await owe(api.world, sandbox, {
    name: 'Acier',
    email,
    invoices: [
      { number: 'F1', dueDate: '2026-02-10', amount: 10_000 },
      { number: 'F2', dueDate: '2026-02-20', amount: 20_000 },
    ],
  });
  const enrolmentIds = await enrol(api.world, sandbox, await publish(api.world, sandbox, graph), invoiceIds);
  await api.settle(organisation);
  return { organisation, key: organisation.keys.manager, invoiceIds, enrolmentIds };
}

async function advance(organisation: Organisation, advanceTo: string) {
  await api.call('POST /sandbox/clock', { key: organisation.keys.manager, body: { advanceTo } });
  await api.settle(organisation);
}

const tasks = async (key: string, filter = 'status=open') =>
  (await api.call<List>(`GET /tasks?${filter}`, { key })).body.items;

test('tasks are found by what people type, and come by their due instant', async () => {
  const { organisation, key } = await newCases();
  const { id: organisationId, entityId } = organisation;
  const invoiceIds = await owe(
    api.world,
    { organisationId, entityId },
    {
      name: '100% Béton',
      email: 'b@debtor.example',
      invoices: [{ number: 'G1', dueDate: '2026-02-10', amount: 5_000 }],
    },
  );
  await enrol(
    api.world,
    { organisationId, entityId },
    await publish(api.world, { organisationId, entityId }, callAtOnce()),
    invoiceIds,
  );
  await api.settle(organisation);
  const names = async (filter: string) => (await tasks(key, filter)).map(({ debtorName }) => debtorName);
  expect(await names('search=b%C3%89ton')).toEqual(['100% Béton']);
  expect(await names('search=0%25')).toEqual(['100% Béton']);
  expect(await names('search=_')).toEqual([]);
  expect(await names('todo=false')).toEqual([]);
  const all = await names('todo=true&order=due');
  const first = await api.call<List & { nextCursor: string }>('GET /tasks?order=due&limit=1', { key });
  const second = await api.call<List>(`GET /tasks?order=due&limit=1&cursor=${first.body.nextCursor}`, { key });
  expect([...first.body.items, ...second.body.items].map(({ debtorName }) => debtorName)).toEqual(all);
  expect(new Set(all)).toEqual(new Set(['100% Béton', 'Acier']));
  const found = await api.call<List>('GET /enrolments?search=g1', { key });
  expect(found.body.items).toMatchObject([{ invoiceNumber: 'G1' }]);
});

test('the page says beforehand what an outcome leads to, and counts what waits', async () => {
  const { organisation, key, invoiceIds, enrolmentIds } = await newCases();
  const collector = await api.newUser(organisation.id, 'collector');
  const cookie = await api.signIn(collector.email);
  const [task] = await tasks(key);
  const id = task?.id;
  expect(await api.query('tasks.preview', cookie, { id, outcome: 'no-answer', values: {} })).toEqual({
    lines: [
      {
        at: '2026-03-02T08:00:00.000Z',
        text: { key: 'ahead.end', values: { reason: { key: 'end-reason.other' } } },
        invoiceIds,
      },
    ],
  });
  expect(await api.query('tasks.preview', cookie, { id, outcome: 'promised', values: {} })).toEqual({
    lines: [],
    cannot: { key: 'completion.required' },
  });
  expect(await api.query('tasks.counts', cookie)).toEqual({
    open: 1,
    unassigned: 1,
    mine: 0,
    overdue: 0,
    byKind: { call: 1 },
  });
  expect(await api.query('enrolments.graph', cookie, { id: enrolmentIds[0] })).toMatchObject({
    version: 1,
    tokens: [{ nodeId: 'call', visit: 1 }],
    visited: expect.arrayContaining([{ nodeId: 'start', visit: 1, at: expect.any(String), outcome: 'next' }]),
  });
  expect(await api.query('members.list', cookie)).toMatchObject({ items: [{ userId: collector.id }] });
  expect(await api.query('scenarios.list', cookie, {})).toMatchObject({
    items: [{ publishedVersion: 1, liveCount: 2 }],
  });
  expect(await api.query('tasks.list', cookie, { colour: 'red' })).toMatchObject({ status: 400, code: 'bad-input' });
});

test('the words of a task are the reader’s', async () => {
  const { organisation, key } = await newCases();
  const [task] = await tasks(key);
  expect(task).toMatchObject({ outcomes: [{ id: 'promised', label: 'Promesse de paiement' }, {}, {}, {}, {}, {}, {}] });
  const { email, id } = await api.newUser(organisation.id, 'collector');
  await api.owner.execute(`update auth."user" set language = 'en' where id = '${id}'`);
  const list = await api.query<List>('tasks.list', await api.signIn(email), {});
  expect(list.items[0]).toMatchObject({ outcomes: [{ label: 'Promise to pay' }, {}, {}, {}, {}, {}, {}] });
});

test('an address that somebody finds lets what waited for it leave', async () => {
  const { organisation, key } = await newCases(reminderThenCall(), null);
  await advance(organisation, '2026-03-02T10:00:00Z');
  const [task] = await tasks(key, 'kind=address');
  expect(task).toMatchObject({ status: 'open', title: 'Trouver une adresse e-mail', invoices: [], amount: null });
  expect((await api.call<List>('GET /contacts', { key })).body.items).toMatchObject([
    { status: 'planned', reason: null, waitingFor: 'address' },
    { status: 'planned', waitingFor: 'address' },
  ]);
  const complete = (email: string) =>
    api.call(`POST /tasks/${task?.id}/complete`, {
      key,
      body: { rev: task?.rev, outcome: 'found', values: { email } },
    });
  expect(await complete('nobody')).toMatchObject({ status: 422, body: { errors: [{ path: 'values.email' }] } });
  expect(await complete(' new@debtor.example ')).toMatchObject({ status: 200, body: { status: 'done' } });
  await advance(organisation, '2026-03-02T12:00:00Z');
  expect((await api.call<List>('GET /messages', { key })).body.items).toMatchObject([{ to: ['new@debtor.example'] }]);
  expect((await api.call<List>('GET /contacts?status=sent', { key })).body.items).toHaveLength(2);
  const [debtor] = (await api.call<List>('GET /debtors', { key })).body.items;
  expect(debtor).toMatchObject({ contacts: [{ email: 'new@debtor.example', role: 'billing' }] });
});

test('what a person finds out about a message is what it says from then on', async () => {
  const { organisation, key } = await newCases(reminderThenCall());
  await advance(organisation, '2026-03-02T10:00:00Z');
  const [message] = (await api.call<List>('GET /messages', { key })).body.items;
  const { owner } = api;
  await owner.execute(`update message set status = 'unknown' where id = '${message?.id}'`);
  await owner.execute(`update contact set status = 'unknown' where message_id = '${message?.id}'`);
  await owner.execute(`insert into task (org_id, kind, title, outcomes, debtor_id, message_id, created_at)
    select org_id, 'unknown-delivery', 'task.unknown-delivery',
      '[{"id":"arrived","label":"outcome.arrived","fields":[]},{"id":"lost","label":"outcome.lost","fields":[]}]',
      debtor_id, id, now() from message where id = '${message?.id}'`);
  const [task] = await tasks(key, 'kind=unknown-delivery');
  const done = await api.call(`POST /tasks/${task?.id}/complete`, {
    key,
    body: { rev: task?.rev, outcome: 'lost', values: {} },
  });
  expect(done).toMatchObject({ status: 200, body: { status: 'done' } });
  expect((await api.call(`GET /messages/${message?.id}`, { key })).body).toMatchObject({ status: 'refused' });
  expect((await api.call<List>('GET /contacts?status=not-sent', { key })).body.items).toMatchObject([
    { reason: 'lost' },
    { reason: 'lost' },
  ]);
});

test('tasks are found by kind, assignee, debtor and due date', async () => {
  const { key } = await newCases();
  const [task] = await tasks(key);
  const claimed = await api.call<{ assignee: string }>(`POST /tasks/${task?.id}/claim`, { key, body: {} });
  const debtor = task?.['debtor'] as { id: string };
  for (const [filter, count] of [
    ['kind=call', 1],
    ['kind=task', 0],
    ['status=claimed', 1],
    [`assignee=${claimed.body.assignee}`, 1],
    ['assignee=nobody', 0],
    [`debtorId=${debtor.id}`, 1],
    ['dueBefore=2026-03-02', 0],
    ['dueBefore=2026-03-06', 1],
    ['dueBefore=2026-03-06T00:00:00%2B01:00', 1],
  ] as const) {
    expect([filter, (await tasks(key, filter)).length]).toEqual([filter, count]);
  }
});

test('a loop gone wild is told to slow down', async () => {
  const { keys } = await api.newOrganisation();
  const statuses = new Set<number>();
  for (let round = 0; round < 32 && !statuses.has(429); round += 1) {
    const replies = await Promise.all(
      Array.from({ length: 100 }, () => api.call('OPTIONS /invoices', { key: keys.collector })),
    );
    for (const { status } of replies) statuses.add(status);
  }
  expect([...statuses]).toEqual([204, 429]);
});
