import { stepImport } from '@relance/worker/imports';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';

let api: Api;
let organisation: Organisation;
let key: string;
beforeAll(async () => {
  api = await startApi();
  organisation = await api.newOrganisation();
  key = organisation.keys.manager;
});
afterAll(() => api.close());

const clock = (body: object, by = key) => api.call('POST /sandbox/clock', { key: by, body });

describe('sandboxes', () => {
  test('a manager of a sandbox makes another, with a key for each role', async () => {
    const now = '2013-06-30T08:00:00.000Z';
    const made = await api.call<{ id: string; apiKey: string; keys: Record<string, string> }>(
      'POST /sandbox/organisations',
      { key, body: { name: 'Neu', now } },
    );
    expect(made).toMatchObject({ status: 201, body: { now } });
    expect(made.body.apiKey).toBe(made.body.keys['manager']);
    expect(made.body.apiKey).toMatch(/^rk_[\w-]{43}$/);
    for (const each of Object.values(made.body.keys)) {
      expect((await api.call('GET /sandbox/clock', { key: each })).body).toMatchObject({ now, speed: 0 });
    }
    const by = { body: { name: 'Neu', now }, key: organisation.keys.collector };
    expect((await api.call('POST /sandbox/organisations', by)).status).toBe(403);
    const early = { key, body: { name: 'Neu', now: '1999-12-31T23:00:00Z' } };
    expect((await api.call('POST /sandbox/organisations', early)).status).toBe(400);
  });

  test('outside sandboxes there is no clock to set and no mailbox', async () => {
    const real = await api.newOrganisation();
    await api.owner.execute(`update organisation set sandbox = false where id = '${real.id}'`);
    const { manager } = real.keys;
    expect((await clock({ speed: 1 }, manager)).status).toBe(403);
    expect((await api.call('GET /sandbox/clock', { key: manager })).status).toBe(403);
    expect((await api.call('GET /sandbox/mailbox', { key: manager })).status).toBe(403);
    const make = { key: manager, body: { name: 'x', now: '2026-01-01T00:00:00Z' } };
    expect((await api.call('POST /sandbox/organisations', make)).status).toBe(403);
  });

  test('the clock goes where it is asked to go, and nowhere else', async () => {
    expect(await clock({ advanceTo: '2026-03-02T08:00:00Z' })).toMatchObject({
      status: 202,
      body: { now: '2026-03-02T08:00:00.000Z', advancingTo: null, quiescent: true, incidents: [] },
    });
    expect((await clock({ advanceTo: '2026-03-01T08:00:00Z' })).status).toBe(422);
    expect((await clock({ advanceTo: '2036-03-02T08:00:01Z' })).status).toBe(422);
    for (const wrong of [
      {},
      { speed: 1, advanceTo: '2026-03-03T08:00:00Z' },
      { speed: 3_601 },
      { speed: -1 },
      { speed: 1, via: 'direct' },
      { advanceTo: '2026-03-03' },
      { advanceTo: '2026-03-03T08:00:00' },
    ]) {
      expect((await clock(wrong)).status).toBe(400);
    }
    const begun = await clock({ advanceTo: '2026-03-05T10:00:00+02:00', via: 'workflows' });
    expect(begun).toMatchObject({ status: 202, body: { advancingTo: '2026-03-05T08:00:00.000Z', quiescent: false } });
    expect((await clock({ advanceTo: '2026-03-06T08:00:00Z' })).status).toBe(409);
    await api.owner.execute(`update clock set advance_via = 'direct' where org_id = '${organisation.id}'`);
    await api.settle(organisation);
    await api.owner.execute(`delete from outbox where org_id = '${organisation.id}'`);
    expect((await api.call('GET /sandbox/clock', { key })).body).toMatchObject({
      now: '2026-03-05T08:00:00.000Z',
      advancingTo: null,
      quiescent: true,
    });
  });

  test('a running clock is not advanced', async () => {
    expect(await clock({ speed: 3_600 })).toMatchObject({ status: 202, body: { speed: 3_600 } });
    expect((await clock({ advanceTo: '2030-01-01T00:00:00Z' })).status).toBe(409);
    const stopped = await clock({ speed: 0 });
    expect(stopped).toMatchObject({ status: 202, body: { speed: 0 } });
    expect(String(stopped.body['now']) > '2026-03-05T08:00').toBe(true);
  });
});

describe('imports', () => {
  const csv =
    'number;debtorRef;debtorName;email;dueDate;total\nI1;D1;Acier;a@d.example;2026-02-01;100,00\nI2;D1;Acier;;oops;5\n';
  const file = { kind: 'invoices', filename: 'ledger.csv', contentBase64: Buffer.from(csv).toString('base64') };

  /** The worker's part. */
  async function workOff(): Promise<void> {
    const { rows } = await api.owner.execute<{ id: string }>(
      `select id from import where org_id = '${organisation.id}' and status = 'running'`,
    );
    for (const { id } of rows) while (!(await stepImport(api.world.deps, organisation.id, id, null)).done);
  }

  test('a file is read; what is rejected says where and why', async () => {
    const asked = api.call<{ id: string }>('POST /imports', { key, body: file });
    const timer = setInterval(() => void workOff(), 200);
    const reply = await asked;
    clearInterval(timer);
    expect(reply).toMatchObject({
      status: 200,
      body: {
        status: 'done',
        progress: 1,
        summary: { read: 2, created: 1, rejected: 1 },
        rejected: [{ line: 3, field: 'dueDate', value: 'oops' }],
        ignoredColumns: [],
      },
    });
    expect((await api.call(`GET /imports/${reply.body.id}`, { key })).body).toEqual(reply.body);
    const lines = await api.call(`GET /imports/${reply.body.id}/rejections?limit=1`, { key });
    expect(lines.body).toMatchObject({ items: [{ line: 3 }], nextCursor: null });
    expect((await api.call('GET /invoices?number=I1', { key })).body).toMatchObject({
      items: [{ total: { amount: '100.00', currency: 'EUR' } }],
    });
  });

  test('a long one is answered before its end; the same key gives the same reply', async () => {
    const send = () =>
      api.call<{ id: string }>('POST /imports', { key, body: file, headers: { 'idempotency-key': 'import' } });
    const first = await send();
    expect(first).toMatchObject({ status: 202, body: { status: 'running' } });
    await workOff();
    const again = await send();
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect((await api.call(`GET /imports/${first.body.id}`, { key })).body).toMatchObject({ status: 'done' });
  });

  test('what is no file is 400, what is too large 413, and collectors import nothing', async () => {
    expect((await api.call('POST /imports', { key, body: { ...file, contentBase64: '???' } })).status).toBe(400);
    expect((await api.call('POST /imports', { key, body: { ...file, kind: 'cats' } })).status).toBe(400);
    const colour = await api.call('POST /imports', { key, body: { ...file, mapping: { number: 'colour' } } });
    expect(colour).toMatchObject({ status: 400, body: { errors: [{ path: 'mapping.number' }] } });
    const elsewhere = { ...file, mapping: { number: 'externalId' } };
    expect((await api.call('POST /imports', { key, body: elsewhere })).status).toBe(400);
    const money = await api.call('POST /imports', { key, body: { ...file, options: { currency: 'ZZZ' } } });
    expect(money).toMatchObject({ status: 400, body: { errors: [{ path: 'options.currency' }] } });
    const large = { ...file, contentBase64: 'A'.repeat(52 * 1024 * 1024) };
    expect((await api.call('POST /imports', { key, body: large })).status).toBe(413);
    const { collector } = organisation.keys;
    expect((await api.call('POST /imports', { key: collector, body: file })).status).toBe(403);
  });
});
