import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { owe } from '../drivers/sandbox.ts';

interface List {
  items: { id: string; number: string }[];
  nextCursor: string | null;
}

let api: Api;
let organisation: Organisation;
beforeAll(async () => {
  api = await startApi();
  organisation = await api.newOrganisation();
});
afterAll(() => api.close());

const add = (name: string, count: number) =>
  owe(
    api.world,
    { organisationId: organisation.id, entityId: organisation.entityId },
    {
      name,
      invoices: Array.from({ length: count }, (_, index) => ({
        number: `${name}-${index}`,
        dueDate: index % 2 ? '2026-02-01' : '2026-04-01',
        amount: 1_000,
      })),
    },
  );

async function readAll(query: string, between: () => Promise<unknown> = async () => undefined): Promise<string[]> {
  const numbers: string[] = [];
  let cursor: string | null = null;
  do {
    const page: string = cursor === null ? '' : `&cursor=${cursor}`;
    const { status, body } = await api.call<List>(`GET /invoices?${query}${page}`, { key: organisation.keys.manager });
    expect(status).toBe(200);
    numbers.push(...body.items.map(({ number }) => number));
    cursor = body.nextCursor;
    await between();
  } while (cursor !== null);
  return numbers;
}

test('every item comes once, whatever is added meanwhile', async () => {
  await add('A', 23);
  let added = 0;
  const numbers = await readAll('limit=5', async () => add(`B${(added += 1)}`, 3));
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.filter((number) => number.startsWith('A-'))).toHaveLength(23);
});

test('a row that is committed late, with an older id, opens no gap', async () => {
  const before = await readAll('limit=200');
  const client = await api.owner.$client.connect();
  await client.query('begin');
  await client.query(`insert into invoice (org_id, entity_id, account_id, debtor_id, number, due_date, total, balance, currency, updated_at)
    select org_id, entity_id, account_id, debtor_id, 'LATE', due_date, 1, 1, currency, updated_at from invoice where number = 'A-0'`);
  await add('C', 4);
  let pages = 0;
  const numbers = await readAll('limit=3', async () => {
    pages += 1;
    if (pages === 2) await client.query('commit');
  });
  client.release();
  const missing = [...before, 'C-0', 'C-1', 'C-2', 'C-3'].filter((number) => !numbers.includes(number));
  expect(missing).toEqual([]);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(await readAll('limit=200')).toContain('LATE');
});

test('filters hold', async () => {
  const overdue = await readAll('overdue=true&limit=200');
  const others = await readAll('overdue=false&limit=200');
  const all = await readAll('limit=200');
  expect(overdue.length + others.length).toBe(all.length);
  expect(await readAll('number=A-3')).toEqual(['A-3']);
  expect(await readAll('dueBefore=2026-02-01')).toEqual([]);
  expect((await readAll('dueBefore=2026-02-02&limit=200')).length).toBe(overdue.length);
});

test('debtors tell what they owe', async () => {
  const { body } = await api.call<{ items: object[] }>('GET /debtors?limit=200', { key: organisation.keys.collector });
  expect(body.items.at(-1)).toMatchObject({
    name: 'A',
    contacts: [{ email: 'a@debtor.example' }],
    overdue: { amount: '110.00', currency: 'EUR' },
    oldestDueDate: '2026-02-01',
  });
});

test('debtors and invoices are found by parts of their names, numbers, references and addresses', async () => {
  const other = await api.newOrganisation();
  const scope = { organisationId: other.id, entityId: other.entityId };
  const late = { number: 'FA-77', dueDate: '2026-02-01', amount: 1_000 };
  await owe(api.world, scope, { name: 'Ébénisterie Roux', email: 'compta@roux.example', invoices: [late] });
  await owe(api.world, scope, { name: '100% Laine', invoices: [{ ...late, number: 'FB-1', dueDate: '2026-12-01' }] });
  const { manager: key } = other.keys;
  const names = async (query: string) =>
    (await api.call<{ items: { name: string }[] }>(`GET /debtors?${query}`, { key })).body.items.map(
      ({ name }) => name,
    );
  const numbers = async (query: string) =>
    (await api.call<List>(`GET /invoices?${query}`, { key })).body.items.map(({ number }) => number);
  expect(await names('search=roux.ex')).toEqual(['Ébénisterie Roux']);
  expect(await names('search=LAINE')).toEqual(['100% Laine']);
  expect(await names('search=%25')).toEqual(['100% Laine']);
  expect(await names('search=nobody')).toEqual([]);
  expect(await names('overdue=true')).toEqual(['Ébénisterie Roux']);
  expect(await names('overdue=false')).toEqual(['100% Laine']);
  expect(await numbers('search=a-7')).toEqual(['FA-77']);
  expect(await numbers('search=laine')).toEqual(['FB-1']);
  expect((await api.call('GET /debtors?search=', { key })).status).toBe(400);
});
