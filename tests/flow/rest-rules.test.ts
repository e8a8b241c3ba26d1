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

describe('keys', () => {
  test('a call without a key, or with one that does not exist, is 401', async () => {
    for (const wrong of [undefined, 'rk_nothing', `rk_${'x'.repeat(43)}`]) {
      const reply = await api.call('GET /invoices', wrong ? { key: wrong } : {});
      expect(reply.status).toBe(401);
      expect(reply.headers['content-type']).toBe('application/problem+json');
      expect(reply.body).toMatchObject({ status: 401, code: 'unauthenticated' });
    }
  });

  test('a role that may not is 403', async () => {
    const { collector } = organisation.keys;
    const publish = await api.call(`POST /scenarios/${organisation.id}/publish`, { key: collector, body: { rev: 1 } });
    expect(publish).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('a revoked key is 401', async () => {
    const other = await api.newOrganisation();
    await api.owner.execute(`update auth.api_key set revoked_at = now() where org_id = '${other.id}'`);
    expect((await api.call('GET /invoices', { key: other.keys.manager })).status).toBe(401);
  });
});

describe('strictness', () => {
  test('unknown query parameters and members are 400 and named', async () => {
    const query = await api.call('GET /invoices?colour=red', { key });
    expect(query).toMatchObject({ status: 400, body: { errors: [{ path: 'colour' }] } });
    const body = await api.call('POST /enrolments', { key, body: { scenarioId: 'x', invoiceIds: [], colour: 'red' } });
    expect(body).toMatchObject({ status: 400, body: { errors: [{ path: 'colour' }] } });
    const onPost = await api.call('POST /enrolments?limit=1', { key, body: { scenarioId: 'x', invoiceIds: [] } });
    expect(onPost).toMatchObject({ status: 400, body: { errors: [{ path: 'limit' }] } });
    const inPath = await api.call(`POST /tasks/${organisation.id}/claim`, { key, body: { id: organisation.id } });
    expect(inPath.status).toBe(400);
  });

  test.each([
    ['limit=0'],
    ['limit=201'],
    ['limit=ten'],
    ['limit=1.5'],
    ['limit=1&limit=2'],
    ['cursor=nonsense'],
    ['overdue=perhaps'],
    ['status=late'],
    ['dueBefore=2026-02-30'],
    [`number=${'x'.repeat(501)}`],
    ['number=%00'],
  ])('GET /invoices?%s is 400', async (query) => {
    const reply = await api.call(`GET /invoices?${query}`, { key });
    expect(reply.status).toBe(400);
    expect(reply.body).toMatchObject({ code: 'bad-input', errors: [{ path: query.split('=')[0] }] });
  });

  test('what is no JSON is 400, what says it is something else 415, what is too large 413', async () => {
    const post = (contentType: string | undefined, payload: string | Buffer) =>
      api.server.inject({
        method: 'POST',
        url: '/api/v1/payments',
        headers: { authorization: `Bearer ${key}`, ...(contentType && { 'content-type': contentType }) },
        payload,
      });
    expect((await post('application/json', '{"a":')).statusCode).toBe(400);
    expect((await post('application/json', '[]')).statusCode).toBe(400);
    expect((await post('application/json', Buffer.from([0x22, 0xff, 0x22]))).statusCode).toBe(400);
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data', undefined]) {
      const reply = await post(type, '{}');
      expect(reply.statusCode).toBe(415);
      expect(reply.headers['content-type']).toBe('application/problem+json');
    }
    const large = await post('application/json', JSON.stringify({ reference: 'x'.repeat(1_100_000) }));
    expect(large.statusCode).toBe(413);
    expect(large.json()).toMatchObject({ code: 'too-large' });
  });

  test('unknown paths and methods under /api are problem documents', async () => {
    for (const [method, url] of [
      ['GET', '/api/v1/nothing'],
      ['GET', '/api/nothing'],
      ['DELETE', '/api/v1/invoices'],
      ['POST', '/api/v1/invoices'],
      ['GET', '/api/v1/invoices/%'],
      ['GET', '/api'],
    ] as const) {
      const reply = await api.server.inject({ method, url, headers: { authorization: `Bearer ${key}` } });
      expect([400, 404]).toContain(reply.statusCode);
      expect(reply.headers['content-type']).toBe('application/problem+json');
    }
  });

  test('HEAD and OPTIONS answer', async () => {
    const headers = { authorization: `Bearer ${key}` };
    expect((await api.server.inject({ method: 'HEAD', url: '/api/v1/invoices', headers })).statusCode).toBe(200);
    const options = await api.server.inject({ method: 'OPTIONS', url: '/api/v1/invoices' });
    expect([options.statusCode, options.headers['allow']]).toEqual([204, 'HEAD, GET, OPTIONS']);
  });
});

describe('ids', () => {
  const routes = ['invoices', 'debtors', 'scenarios', 'enrolments', 'tasks', 'messages', 'imports'];

  test.each(routes)('an unknown id of %s is 404', async (noun) => {
    for (const id of ['nothing', organisation.id, '%00']) {
      const reply = await api.call(`GET /${noun}/${id}`, { key });
      expect(reply.status).toBe(id === '%00' ? 400 : 404);
    }
  });

  test('filtering by an unknown id lists nothing', async () => {
    for (const line of [
      'GET /invoices?debtorId=nothing',
      `GET /enrolments?scenarioId=${organisation.id}`,
      'GET /tasks?debtorId=nothing',
      'GET /contacts?invoiceId=nothing',
      'GET /payments?debtorId=nothing',
    ]) {
      expect(await api.call(line, { key })).toMatchObject({ status: 200, body: { items: [], nextCursor: null } });
    }
  });
});

describe('health and description', () => {
  test('health needs no key and says which part is away', async () => {
    const reply = await api.call('GET /health');
    expect(reply.status).toBe(503);
    expect(reply.body).toMatchObject({
      status: 'degraded',
      version: '0.1.0',
      checks: { postgres: 'ok', temporal: 'down', worker: 'down' },
    });
    await api.owner.execute(`insert into heartbeat (name, at, data) values ('worker', now(), '{"temporal": true}')`);
    expect(await api.call('GET /health')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  test('the registries list what there is', async () => {
    const types = await api.call<{ items: { type: string; configSchema: object }[] }>('GET /node-types', { key });
    expect(types.body.items.map(({ type }) => type)).toContain('send-email');
    expect(types.body.items[0]?.configSchema).toMatchObject({ type: 'object', additionalProperties: false });
    const templates = await api.call<{ items: object[] }>('GET /templates', { key });
    expect(templates.body.items).toHaveLength(5);
  });
});
