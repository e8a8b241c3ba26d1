import { Client } from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startApi, type Api } from '../drivers/api-server.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';

interface Case {
  contactWait: string | null;
  tokens: { nodeId: string; waitingFor: string | null }[];
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test('a case whose message cannot leave says what it waits for, until it has it', async () => {
  const organisation = await api.newOrganisation();
  const scope = { organisationId: organisation.id, entityId: organisation.entityId };
  const invoices = [{ number: 'W1', dueDate: '2026-02-20', amount: 10_000 }];
  const invoiceIds = await owe(api.world, scope, { name: 'Sans adresse', email: null, invoices });
  await enrol(api.world, scope, await publish(api.world, scope, reminderThenCall()), invoiceIds);
  await api.settle(organisation);
  const { manager: key } = organisation.keys;
  await api.call('POST /sandbox/clock', { key, body: { advanceTo: '2026-03-03T12:00:00Z' } });
  await api.settle(organisation);
  const read = async () => (await api.call<{ items: Case[] }>('GET /enrolments', { key })).body.items;
  expect(await read()).toMatchObject([{ contactWait: 'address', tokens: [{ nodeId: 'mail', waitingFor: 'contact' }] }]);
  const tasks = await api.call<{ items: { id: string; rev: number }[] }>('GET /tasks?kind=address', { key });
  const [task] = tasks.body.items;
  const found = await api.call(`POST /tasks/${task?.id}/complete`, {
    key,
    body: { rev: task?.rev, outcome: 'found', values: { email: 'compta@sans-adresse.example' } },
  });
  expect(found.status).toBe(200);
  expect(await read()).toMatchObject([{ contactWait: null }]);
});

test('a list of cases takes as many queries for many as for one', async () => {
  const organisation = await api.newOrganisation();
  const scope = { organisationId: organisation.id, entityId: organisation.entityId };
  const invoices = Array.from({ length: 12 }, (_, index) => ({
    number: `Q${index}`,
    dueDate: '2026-02-20',
    amount: 100,
  }));
  const invoiceIds = await owe(api.world, scope, { name: 'Beaucoup', invoices });
  await enrol(api.world, scope, await publish(api.world, scope, reminderThenCall()), invoiceIds);
  await api.settle(organisation);
  const { manager: key } = organisation.keys;
  const queriesOf = async (limit: number): Promise<number> => {
    const spy = vi.spyOn(Client.prototype, 'query');
    try {
      const { body } = await api.call<{ items: unknown[] }>(`GET /enrolments?limit=${limit}`, { key });
      expect(body.items).toHaveLength(limit);
      return spy.mock.calls.length;
    } finally {
      spy.mockRestore();
    }
  };
  await queriesOf(1);
  expect(await queriesOf(12)).toBe(await queriesOf(1));
});
