import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { importList } from '../drivers/run-import.ts';

let api: Api;
let organisation: Organisation;
beforeAll(async () => {
  api = await startApi();
  organisation = await api.newOrganisation();
});
afterAll(() => api.close());

const LIST = 'Facture;Client;Échéance;Solde\n';
const list = (...numbers: string[]) =>
  importList(api.world.deps, organisation.id, {
    text: LIST + numbers.map((number) => `${number};C1;31/01/2026;100,00\n`).join(''),
    entityId: organisation.entityId,
  });
const call = <Body = Record<string, unknown>>(
  line: string,
  body?: unknown,
  role: 'manager' | 'collector' = 'manager',
) => api.call<Body>(line, { key: organisation.keys[role], ...(body !== undefined && { body }) });
const open = async (): Promise<string[]> => {
  const { body } = await call<{ items: { number: string }[] }>('GET /invoices?status=open');
  return body.items.map(({ number }) => number).toSorted();
};

test('an accounting program reads what a list has closed, and takes it back', async () => {
  await list('F1', 'F2');
  const { id } = await list('F1');
  const read = await call(`GET /imports/${id}`);
  expect(read.body).toMatchObject({ openItems: true, undone: null, closing: { invoices: 1, openInvoices: 2 } });
  expect((await call(`GET /imports/${id}/undo`)).body).toMatchObject({ refusal: null, reopened: { count: 1 } });
  expect(await open()).toEqual(['F1']);

  expect(await call(`POST /imports/${id}/undo`, {})).toMatchObject({ status: 400 });
  expect(await call(`POST /imports/${id}/undo`, { reason: '  ' })).toMatchObject({ status: 400 });
  expect(await call(`POST /imports/${id}/undo`, { reason: 'x' }, 'collector')).toMatchObject({ status: 403 });
  expect(await open()).toEqual(['F1']);
  const undone = await call(`POST /imports/${id}/undo`, { reason: 'The file of last week' });
  expect(undone).toMatchObject({ status: 200, body: { undone: { restored: 1, left: [] } } });
  expect(await open()).toEqual(['F1', 'F2']);
  const again = await call(`POST /imports/${id}/undo`, { reason: 'Again' });
  expect(again).toMatchObject({ status: 409, body: { code: 'import-undone' } });
});

test('what is not there, or does not wait, is said so', async () => {
  const { id } = await list('F1', 'F2');
  const nobody = '00000000-0000-7000-8000-000000000000';
  expect(await call(`POST /imports/${nobody}/undo`, { reason: 'x' })).toMatchObject({ status: 404 });
  expect(await call(`GET /imports/${nobody}/undo`)).toMatchObject({ status: 404 });
  for (const act of ['confirm-closing', 'forget-reading']) {
    expect(await call(`POST /imports/${nobody}/${act}`, {})).toMatchObject({ status: 404 });
    expect(await call(`POST /imports/${id}/${act}`, {})).toMatchObject({ status: 409 });
    expect(await call(`POST /imports/${id}/${act}`, {}, 'collector')).toMatchObject({ status: 403 });
  }
  const contentBase64 = Buffer.from(LIST).toString('base64');
  const debtors = { kind: 'debtors', filename: 'x.csv', contentBase64, openItems: true };
  expect(await call('POST /imports', debtors)).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'openItems' }] },
  });
});
