import { stepImport } from '@relance/worker/imports';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce, reminderThenCall } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';

interface Row {
  kind?: string;
  actor?: string;
  id?: string;
  [member: string]: unknown;
}
interface List {
  items: (Row & { id: string })[];
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function twoCases(graph = callAtOnce(), email: string | null = 'a@debtor.example') {
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

const list = async (key: string, path: string) => (await api.call<List>(`GET ${path}`, { key })).body.items;

/** Everything that the trail of an organisation says, oldest first. */
async function trail({ id }: Pick<Organisation, 'id'>): Promise<Row[]> {
  const { rows } = await api.owner.execute<Row>(
    `select kind, actor, at, recorded_at, data from audit where org_id = '${id}' order by id`,
  );
  return rows;
}

describe('the timeline of every case concerned', () => {
  test('says who took the task they share, and who gave it back', async () => {
    const { key, organisation, enrolmentIds } = await twoCases();
    const [task] = await list(key, '/tasks?status=open');
    for (const verb of ['claim', 'release']) {
      await api.call(`POST /tasks/${task?.id}/${verb}`, { key: organisation.keys.collector, body: {} });
    }
    for (const id of enrolmentIds) {
      const rows = (await list(key, `/enrolments/${id}/timeline`)).filter(({ kind }) =>
        /^task-(cl|re)/.test(kind ?? ''),
      );
      expect(rows).toMatchObject([
        { kind: 'task-released', actor: expect.stringMatching(/^key:/), nodeId: 'call', visit: 1, ref: task?.id },
        { kind: 'task-claimed', actor: expect.stringMatching(/^key:/), nodeId: 'call', visit: 1, ref: task?.id },
      ]);
    }
  });

  test('says who found the address that its message waited for', async () => {
    const { key, organisation, enrolmentIds } = await twoCases(reminderThenCall(), null);
    await api.call('POST /sandbox/clock', { key, body: { advanceTo: '2026-03-02T10:00:00Z' } });
    await api.settle(organisation);
    const [task] = await list(key, '/tasks?kind=address');
    const body = { rev: task?.['rev'], outcome: 'found', values: { email: 'new@debtor.example' } };
    expect((await api.call(`POST /tasks/${task?.id}/complete`, { key, body })).status).toBe(200);
    for (const id of enrolmentIds) {
      const rows = await list(key, `/enrolments/${id}/timeline`);
      expect(rows.filter(({ kind }) => kind === 'address-found')).toMatchObject([
        { actor: expect.stringMatching(/^key:/), ref: task?.id },
      ]);
    }
  });
});

test('every change of a person has its row, its actor and both times', async () => {
  const { key, organisation, enrolmentIds } = await twoCases();
  const post = async (path: string, body: Row, status: number): Promise<Row> => {
    const reply = await api.call<Row>(`POST ${path}`, { key, body });
    expect(reply, path).toMatchObject({ status });
    return reply.body;
  };
  const seen = (await trail(organisation)).length;
  const command = (body: Row) => post(`/enrolments/${enrolmentIds[0]}/commands`, { reason: 'asked', ...body }, 200);
  await command({ type: 'hold', until: '2026-03-10' });
  await command({ type: 'resume' });
  const graph = reminderThenCall();
  const { id, rev } = await post('/scenarios', { name: 'Essai', graph }, 201);
  const drawn = await api.call<Row>(`PUT /scenarios/${id}/draft`, { key, body: { rev, graph } });
  await post(`/scenarios/${id}/publish`, { rev: drawn.body['rev'] }, 200);
  const money = { amount: '1.00', currency: 'EUR' };
  await post('/payments', { externalId: 'P1', receivedOn: '2026-03-02', amount: money, invoiceNumbers: ['F1'] }, 201);
  const contentBase64 = Buffer.from('debtorRef;debtorName\nC1;Alpha\n').toString('base64');
  const asked = post('/imports', { kind: 'debtors', filename: 'debtors.csv', contentBase64 }, 200);
  const running = await until('the import', async () => {
    const { rows } = await api.owner.execute<{ id: string }>(
      `select id from import where org_id = '${organisation.id}'`,
    );
    return rows[0]?.id ?? null;
  });
  while (!(await stepImport(api.world.deps, organisation.id, running, null)).done);
  await asked;
  await command({ type: 'cancel' });
  await api.settle(organisation);
  await post('/sandbox/clock', { advanceTo: '2026-03-02T09:00:00Z' }, 202);
  await api.settle(organisation);
  await post('/sandbox/clock', { speed: 1 }, 202);

  const rows = (await trail(organisation)).slice(seen).filter(({ actor }) => actor?.startsWith('key:'));
  expect(rows.map(({ kind }) => kind)).toEqual([
    'hold',
    'resume',
    'scenario-created',
    'scenario-saved',
    'scenario-published',
    'payment-recorded',
    'balance-changed',
    'import-started',
    'cancel',
    'task-left',
    'clock-advanced',
    'clock-set',
  ]);
  expect(new Set(rows.map(({ actor }) => actor)).size).toBe(1);
  const real = Date.now();
  for (const row of rows) {
    expect(new Date(row['at'] as string).toISOString().slice(0, 10)).toBe('2026-03-02');
    expect(Math.abs(real - new Date(row['recorded_at'] as string).getTime())).toBeLessThan(60_000);
  }
});
