import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation, type Reply } from '../drivers/api-server.ts';
import { callAtOnce } from '../drivers/drawings.ts';

let api: Api;
let organisation: Organisation;
beforeAll(async () => {
  api = await startApi();
  organisation = await api.newOrganisation();
});
afterAll(() => api.close());

const body = { name: 'Essai', graph: callAtOnce() };

const create = (idempotencyKey: string, sent: object = body, key = organisation.keys.manager): Promise<Reply> =>
  api.call('POST /scenarios', { key, body: sent, headers: { 'idempotency-key': idempotencyKey } });

const countScenarios = async (): Promise<number> => {
  const { rows } = await api.owner.execute<{ count: number }>('select count(*)::int as count from scenario');
  return rows[0]?.count ?? 0;
};

test('the same key and body give the same reply and do the work once', async () => {
  const before = await countScenarios();
  const first = await create('one');
  const again = await create('one', { graph: body.graph, name: body.name });
  expect([again.status, again.body]).toEqual([first.status, first.body]);
  expect(await countScenarios()).toBe(before + 1);
});

test('another body or another path with the same key is 409', async () => {
  await create('two');
  expect(await create('two', { ...body, name: 'Autre' })).toMatchObject({
    status: 409,
    body: { code: 'idempotency-body' },
  });
  const path = await api.call('POST /enrolments', {
    key: organisation.keys.manager,
    body,
    headers: { 'idempotency-key': 'two' },
  });
  expect(path.status).toBe(409);
  expect(path.body).toMatchObject({ code: 'idempotency-path' });
});

test('while the first runs the others wait for its reply', async () => {
  const before = await countScenarios();
  const replies = await Promise.all(Array.from({ length: 5 }, () => create('three')));
  expect(new Set(replies.map((reply) => JSON.stringify([reply.status, reply.body]))).size).toBe(1);
  expect(replies[0]?.status).toBe(201);
  expect(await countScenarios()).toBe(before + 1);
});

test('a key belongs to one API key', async () => {
  const first = await create('four');
  const other = await create('four', body, organisation.keys.admin);
  expect(other.status).toBe(201);
  expect(other.body['id']).not.toBe(first.body['id']);
});

test('a refusal is not remembered', async () => {
  const publish = (rev: number) =>
    api.call(`POST /scenarios/${organisation.id}/publish`, {
      key: organisation.keys.manager,
      body: { rev },
      headers: { 'idempotency-key': 'five' },
    });
  expect((await publish(1)).status).toBe(404);
  expect((await publish(2)).status).toBe(404);
  expect((await create('five')).status).toBe(201);
});

test('a crash before the commit leaves nothing, neither work nor key', async () => {
  const before = await countScenarios();
  await api.owner.execute(`create function die() returns trigger language plpgsql as
    $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
  await api.owner.execute('create trigger die before update on idempotency for each row execute function die()');
  const crashed = await create('six');
  expect(crashed).toMatchObject({ status: 503, body: { code: 'database-away' } });
  await api.owner.execute('drop trigger die on idempotency');
  expect(await countScenarios()).toBe(before);
  expect((await create('six')).status).toBe(201);
  expect(await countScenarios()).toBe(before + 1);
});

test('after a day a key is free again', async () => {
  const first = await create('seven');
  await api.owner.execute(`update idempotency set recorded_at = now() - interval '25 hours' where key = 'seven'`);
  const second = await create('seven', { ...body, name: 'Autre' });
  expect(second.status).toBe(201);
  expect(second.body['id']).not.toBe(first.body['id']);
});

test('a key that no header can carry is 400', async () => {
  expect((await create('x'.repeat(256))).status).toBe(400);
  expect((await create('')).status).toBe(400);
});

test('replies that hold keys are not readable in the database', async () => {
  const call = () =>
    api.call('POST /sandbox/organisations', {
      key: organisation.keys.manager,
      body: { name: 'Neu', now: '2026-01-01T08:00:00Z' },
      headers: { 'idempotency-key': 'eight' },
    });
  const first = await call();
  expect(first.status).toBe(201);
  expect((await call()).body).toEqual(first.body);
  const { rows } = await api.owner.execute<{ reply: Buffer }>(`select reply from idempotency where key = 'eight'`);
  expect(rows[0]?.reply.toString('latin1')).not.toContain('rk_');
});
