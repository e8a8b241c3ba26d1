import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce, reminderThenCall } from '../drivers/drawings.ts';
import { owe } from '../drivers/sandbox.ts';

interface Item {
  id: string;
  [member: string]: unknown;
}
interface List<Row = Item> {
  items: Row[];
  nextCursor: string | null;
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

async function newCase(graph = callAtOnce(), invoices = [{ number: 'F1', dueDate: '2026-02-20', amount: 10_000 }]) {
  const organisation = await api.newOrganisation();
  const invoiceIds = await owe(
    api.world,
    { organisationId: organisation.id, entityId: organisation.entityId },
    { name: 'Acier', invoices },
  );
  const { manager: key } = organisation.keys;
  const created = await api.call<{ id: string; rev: number }>('POST /scenarios', {
    key,
    body: { name: 'Essai', graph },
  });
  expect(created.status).toBe(201);
  const { id: scenarioId, rev } = created.body;
  const published = await api.call(`POST /scenarios/${scenarioId}/publish`, { key, body: { rev } });
  expect(published.status).toBe(200);
  const enrolled = await api.call<{ enrolled: { enrolmentId: string; invoiceId: string }[] }>('POST /enrolments', {
    key,
    body: { scenarioId, invoiceIds },
  });
  expect(enrolled.status).toBe(200);
  const enrolmentIds = invoiceIds.map(
    (id) => enrolled.body.enrolled.find(({ invoiceId }) => invoiceId === id)?.enrolmentId ?? '',
  );
  await api.settle(organisation);
  return { organisation, key, scenarioId, rev, invoiceIds, enrolmentIds };
}

const openTasks = async (key: string) => (await api.call<List>('GET /tasks?status=open', { key })).body.items;

async function advance(organisation: Organisation, advanceTo: string) {
  const { manager: key } = organisation.keys;
  expect((await api.call('POST /sandbox/clock', { key, body: { advanceTo } })).status).toBe(202);
  await api.settle(organisation);
}

describe('scenarios', () => {
  test('a stale save is 409 and says what stands there', async () => {
    const { key, scenarioId, rev } = await newCase();
    const graph = reminderThenCall();
    const saved = await api.call(`PUT /scenarios/${scenarioId}/draft`, { key, body: { rev, graph } });
    expect(saved).toMatchObject({ status: 200, body: { rev: rev + 1, findings: [] } });
    const stale = await api.call(`PUT /scenarios/${scenarioId}/draft`, { key, body: { rev, graph: callAtOnce() } });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-rev', current: { rev: rev + 1, graph } } });
  });

  test('a graph of the right shape is kept whatever its findings, and not published while an error stands', async () => {
    const { keys } = await api.newOrganisation();
    const graph = { ...callAtOnce(), edges: [] };
    const created = await api.call<{ id: string; rev: number; findings: Item[] }>('POST /scenarios', {
      key: keys.manager,
      body: { name: 'Offen', graph },
    });
    expect(created.status).toBe(201);
    expect(created.body.findings.length).toBeGreaterThan(0);
    const { id, rev } = created.body;
    const publish = await api.call(`POST /scenarios/${id}/publish`, { key: keys.manager, body: { rev } });
    expect(publish).toMatchObject({ status: 422, body: { code: 'has-errors', findings: created.body.findings } });
    const enrol = await api.call('POST /enrolments', { key: keys.manager, body: { scenarioId: id, invoiceIds: [] } });
    expect(enrol).toMatchObject({ status: 422, body: { code: 'unpublished' } });
    const odd = { name: 'x', graph: { ...graph, nodes: [{ id: 'a' }] } };
    expect((await api.call('POST /scenarios', { key: keys.manager, body: odd })).status).toBe(400);
  });
});

describe('enrolments', () => {
  test('what cannot enter is skipped with the reason', async () => {
    const { key, scenarioId, invoiceIds, enrolmentIds } = await newCase();
    const again = await api.call('POST /enrolments', {
      key,
      body: { scenarioId, invoiceIds: [...invoiceIds, 'nothing'] },
    });
    expect(again).toMatchObject({
      status: 200,
      body: {
        enrolled: [],
        skipped: [
          { invoiceId: invoiceIds[0], reason: 'already-enrolled' },
          { invoiceId: 'nothing', reason: 'unknown' },
        ],
      },
    });
    const byFilter = await api.call('POST /enrolments', { key, body: { scenarioId, filter: { overdue: true } } });
    expect(byFilter).toMatchObject({ status: 200, body: { enrolled: [], skipped: [{ reason: 'already-enrolled' }] } });
    expect((await api.call('POST /enrolments', { key, body: { scenarioId } })).status).toBe(400);
    const invoice = await api.call(`GET /invoices/${invoiceIds[0]}`, { key });
    expect(invoice.body).toMatchObject({ enrolmentId: enrolmentIds[0], balance: EUR('100.00'), daysOverdue: 10 });
  });

  test('says where it stands, what comes next and what happened', async () => {
    const { key, organisation, enrolmentIds } = await newCase(reminderThenCall());
    const [id] = enrolmentIds;
    await advance(organisation, '2026-03-02T10:00:00Z');
    const enrolment = await api.call(`GET /enrolments/${id}`, { key });
    expect(enrolment.body).toMatchObject({
      status: 'live',
      version: 1,
      tokens: [{ nodeId: 'call', visit: 1, waitingFor: 'task' }],
      outcome: null,
      next: [{ nodeId: 'call' }, {}],
    });
    const timeline = await api.call<List>(`GET /enrolments/${id}/timeline?limit=200`, { key });
    const kinds = timeline.body.items.map(({ kind }) => kind);
    expect(kinds.at(-1)).toBe('enrolled');
    expect(kinds).toEqual(expect.arrayContaining(['contact-planned', 'task-opened']));
    expect((await api.call<List>('GET /enrolments?status=ended', { key })).body.items).toEqual([]);
    expect((await api.call<List>('GET /enrolments?status=live', { key })).body.items).toHaveLength(1);
    for (const noun of ['messages', 'contacts', 'sandbox/mailbox']) {
      const list = await api.call<List>(`GET /${noun}`, { key });
      expect(list).toMatchObject({ status: 200, body: { items: [{}] } });
    }
  });

  test('hold, resume and cancel take effect at once', async () => {
    const { key, organisation, enrolmentIds } = await newCase();
    const [id] = enrolmentIds;
    const command = (body: object) => api.call(`POST /enrolments/${id}/commands`, { key, body });
    expect((await command({ type: 'hold', until: '2026-03-10' })).status).toBe(400);
    expect((await command({ type: 'hold', until: '2026-03-02', reason: 'x' })).status).toBe(422);
    expect(await command({ type: 'resume', reason: 'x' })).toMatchObject({ status: 409, body: { code: 'not-held' } });
    expect(await command({ type: 'hold', until: '2026-03-10', reason: 'Accord' })).toMatchObject({
      status: 200,
      body: { status: 'held', heldUntil: '2026-03-10', heldReason: 'Accord' },
    });
    await api.settle(organisation);
    await advance(organisation, '2026-03-11T12:00:00Z');
    expect((await api.call(`GET /enrolments/${id}`, { key })).body).toMatchObject({ status: 'live', heldUntil: null });
    expect((await command({ type: 'move', nodeId: 'nowhere', reason: 'x' })).status).toBe(422);
    expect((await command({ type: 'skip', nodeId: 'end', reason: 'x' })).status).toBe(422);
    expect((await command({ type: 'retry', reason: 'x' })).status).toBe(409);
    expect(await command({ type: 'cancel', reason: 'Erreur' })).toMatchObject({
      status: 200,
      body: { status: 'closing', closing: 'cancelled' },
    });
    expect(await openTasks(key)).toEqual([]);
    await api.settle(organisation);
    expect((await api.call(`GET /enrolments/${id}`, { key })).body).toMatchObject({
      status: 'ended',
      outcome: { reason: 'cancelled' },
      tokens: [],
      next: [],
    });
    expect(await command({ type: 'cancel', reason: 'x' })).toMatchObject({ status: 409, body: { code: 'ended' } });
  });
});

describe('tasks', () => {
  const three = [
    { number: 'F1', dueDate: '2026-02-01', amount: 10_000 },
    { number: 'F2', dueDate: '2026-02-10', amount: 20_000 },
    { number: 'F3', dueDate: '2026-02-20', amount: 30_000 },
  ];

  test('one call covers the debtor; what was promised covers its invoices oldest first', async () => {
    const { key, organisation, invoiceIds, enrolmentIds } = await newCase(callAtOnce(), three);
    const [task, ...others] = await openTasks(key);
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      kind: 'call',
      title: 'Appel',
      amount: EUR('600.00'),
      invoices: invoiceIds.map((id) => ({ id })),
      outcomes: [{ id: 'promised' }, {}, {}, {}, {}, {}, {}],
    });
    const sheet = await api.call(`GET /tasks/${task?.id}`, { key });
    expect(sheet.body).toMatchObject({ script: { id: 'first-call' }, debtor: { overdue: EUR('600.00') } });
    const complete = (body: object) => api.call(`POST /tasks/${task?.id}/complete`, { key, body });
    const promise = { date: '2026-03-09', amount: EUR('250.00') };
    const exceptions = [{ invoiceId: invoiceIds[2], outcome: 'disputed', values: { reason: 'quality' } }];

    expect(await complete({ rev: task?.['rev'], outcome: 'promised', values: {} })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'values.date' }, { path: 'values.amount' }] },
    });
    const stale = await complete({ rev: 99, outcome: 'promised', values: promise });
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale-rev', current: { rev: task?.['rev'] } } });
    const wrong = [{ invoiceId: invoiceIds[2], outcome: 'sung', values: {} }];
    expect(
      await complete({ rev: task?.['rev'], outcome: 'promised', values: promise, exceptions: wrong }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'exceptions.0.outcome' }] },
    });
    const unknown = [{ invoiceId: organisation.id, outcome: 'other', values: {} }];
    expect(
      (await complete({ rev: task?.['rev'], outcome: 'promised', values: promise, exceptions: unknown })).status,
    ).toBe(404);

    const done = await complete({ rev: task?.['rev'], outcome: 'promised', values: promise, exceptions });
    expect(done).toMatchObject({ status: 200, body: { status: 'done', outcome: 'promised' } });
    expect(await complete({ rev: task?.['rev'], outcome: 'promised', values: promise })).toMatchObject({
      status: 409,
      body: { code: 'closed' },
    });
    const events = await api.owner.execute<{ enrolment_id: string; data: { outcome: string; values: object } }>(
      `select enrolment_id, data from event where org_id = '${organisation.id}' and kind = 'task-completed'`,
    );
    const answered = enrolmentIds.map((id) => events.rows.find((row) => row.enrolment_id === id)?.data);
    expect(answered).toMatchObject([
      { outcome: 'promised', values: { date: '2026-03-09', amount: { amount: 10_000, currency: 'EUR' } } },
      { outcome: 'promised', values: { date: '2026-03-09', amount: { amount: 15_000, currency: 'EUR' } } },
      { outcome: 'disputed', values: { reason: 'quality' } },
    ]);
    await api.settle(organisation);
    const ended = await api.call<List>('GET /enrolments?status=ended', { key });
    expect(ended.body.items).toHaveLength(3);
    expect(ended.body.items[0]).toMatchObject({ outcome: { reason: 'other', nodeId: 'end' } });
  });

  test('claimed by one, it is nobody else’s until given back', async () => {
    const { key, organisation } = await newCase(callAtOnce(), three);
    const { collector } = organisation.keys;
    const [task] = await openTasks(key);
    const act = (verb: string, by: string, body: object = {}) =>
      api.call<Item>(`POST /tasks/${task?.id}/${verb}`, { key: by, body });
    const claimed = await act('claim', collector);
    expect(claimed).toMatchObject({ status: 200, body: { status: 'claimed', rev: Number(task?.['rev']) + 1 } });
    expect(await act('claim', collector)).toMatchObject({ status: 200, body: { rev: claimed.body['rev'] } });
    const { rev } = claimed.body;
    for (const reply of [
      await act('claim', key),
      await act('release', key),
      await act('complete', key, { rev, outcome: 'no-answer', values: {} }),
    ]) {
      expect(reply).toMatchObject({ status: 409, body: { code: 'claimed' } });
    }
    const given = await act('release', collector);
    expect(given).toMatchObject({ status: 200, body: { status: 'open', assignee: null } });
    const done = await act('complete', key, { rev: given.body['rev'], outcome: 'no-answer', values: {} });
    expect(done.status).toBe(200);
  });

  test('a given-back task takes cases again, unless another has taken its place', async () => {
    const { key, organisation, scenarioId } = await newCase(callAtOnce());
    const [first] = await openTasks(key);
    await api.call(`POST /tasks/${first?.id}/claim`, { key, body: {} });
    const { owner } = api;
    await owner.execute(`insert into invoice (org_id, entity_id, account_id, debtor_id, number, due_date, total, balance, currency, updated_at)
      select org_id, entity_id, account_id, debtor_id, 'F9', due_date, 500, 500, currency, updated_at from invoice where org_id = '${organisation.id}'`);
    await api.call('POST /enrolments', { key, body: { scenarioId, filter: { number: 'F9' } } });
    await api.settle(organisation);
    const [second] = await openTasks(key);
    expect(second?.id).not.toBe(first?.id);
    expect((await api.call(`POST /tasks/${first?.id}/release`, { key, body: {} })).status).toBe(200);
    expect(await openTasks(key)).toHaveLength(2);
  });

  test('a payment takes its case out and raises the rev; the last one closes the task', async () => {
    const { key, organisation } = await newCase(callAtOnce(), three.slice(0, 2));
    const [task] = await openTasks(key);
    const pay = (externalId: string, number: string, amount: string) =>
      api.call('POST /payments', {
        key,
        body: { externalId, receivedOn: '2026-03-02', amount: EUR(amount), invoiceNumbers: [number] },
      });
    expect(await pay('P1', 'F1', '100.00')).toMatchObject({ status: 201, body: { unallocated: EUR('0.00') } });
    const left = await api.call(`GET /tasks/${task?.id}`, { key });
    expect(left.body).toMatchObject({ status: 'open', rev: Number(task?.['rev']) + 1, invoices: [{ number: 'F2' }] });
    expect(await pay('P1', 'F1', '100.00')).toMatchObject({ status: 200, body: { unallocated: EUR('0.00') } });
    expect(await pay('P1', 'F1', '99.00')).toMatchObject({ status: 409, body: { code: 'payment-exists' } });
    expect((await pay('P2', 'F2', '0.00')).status).toBe(400);
    expect((await pay('P2', 'F2', '-1')).status).toBe(400);
    expect((await pay('P2', 'F2', '1.234')).status).toBe(400);
    expect((await pay('P2', 'F2', '200.00')).status).toBe(201);
    expect((await api.call(`GET /tasks/${task?.id}`, { key })).body).toMatchObject({ status: 'cancelled' });
    const payments = await api.call<List>('GET /payments?externalId=P1', { key });
    expect(payments.body.items).toMatchObject([{ externalId: 'P1', amount: EUR('100.00'), allocations: [{}] }]);
    await api.settle(organisation);
    const ended = await api.call<List>('GET /enrolments?status=ended', { key });
    expect(ended.body.items.map(({ outcome }) => outcome)).toEqual([{ reason: 'paid' }, { reason: 'paid' }]);
  });
});
