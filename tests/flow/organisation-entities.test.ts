import { inOrganisation } from '@relance/db';
import { contact } from '@relance/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { askToAdvance, enrol, owe, publish } from '../drivers/sandbox.ts';
import { webClient, type Problem, type WebClient } from '../drivers/web-client.ts';

interface Entity {
  id: string;
  iban: string | null;
  siren: string | null;
  gaps: string[];
  [member: string]: unknown;
}

const WHOLE = {
  name: 'Ateliers du Nord',
  legalForm: 'SAS au capital de 50 000 €',
  siren: '552 081 317',
  address: '1 rue du Port\r\n59000 Lille',
  accountHolder: 'Ateliers du Nord SAS',
  iban: 'fr14 2004 1010 0505 0001 3m02 606',
  bic: 'psstfrppxxx',
  emailFrom: 'compta@ateliers.example',
  replyTo: 'ada@ateliers.example',
  senderName: 'Ada Blum',
  senderRole: 'Comptabilité',
  senderPhone: '03 20 00 00 00',
  signature: 'Service clients\nde 9 h à 17 h',
  dataNoticeUrl: 'https://ateliers.example/donnees',
};

let api: Api;
let organisation: Organisation;
let manager: WebClient;
beforeAll(async () => {
  api = await startApi();
  organisation = await api.newOrganisation();
  const { email } = await api.newUser(organisation.id, 'manager');
  manager = webClient(api, await api.signIn(email));
});
afterAll(() => api.close());

const entities = async () => (await manager.ask<{ items: Entity[] }>('entities.list')).items;

test('a company is kept in one form, says what it lacks, and each change stands in the trail', async () => {
  const made = await manager.tell<Entity>('entities.create', { name: 'Neuve' });
  expect(made).toMatchObject({ country: 'FR', language: 'fr', siren: null, signature: '' });
  expect(made.gaps).toEqual(['accountHolder', 'iban', 'emailFrom', 'senderName']);
  const whole = await manager.tell<Entity>('entities.update', { id: made.id, ...WHOLE });
  expect(whole).toMatchObject({
    siren: '552081317',
    iban: 'FR1420041010050500013M02606',
    bic: 'PSSTFRPPXXX',
    address: '1 rue du Port\n59000 Lille',
    gaps: [],
  });
  expect(await manager.tell('entities.update', { id: made.id, siren: null, replyTo: null })).toMatchObject({
    siren: null,
    replyTo: null,
    iban: 'FR1420041010050500013M02606',
  });
  const { rows } = await api.owner.execute<{ kind: string; data: { changed?: Record<string, unknown> } }>(
    `select kind, data from audit where ref = '${made.id}' order by id`,
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['entity-created', 'entity-changed', 'entity-changed']);
  expect(rows[2]?.data.changed).toEqual({
    siren: { from: '552081317', to: null },
    replyTo: { from: 'ada@ateliers.example', to: null },
  });
});

test.each([
  ['siren', '552081318'],
  ['siren', '55208131700012'],
  ['iban', 'FR1420041010050500013M02607'],
  ['iban', 'FR14'],
  ['bic', 'PSSTFRP'],
  ['emailFrom', 'compta'],
  ['emailFrom', 'compta@ateliers.example\r\nBcc: x@y.example'],
  ['emailFrom', 'Ada <compta@ateliers.example>'],
  ['replyTo', 'a@b.example, c@d.example'],
  ['name', 'Ateliers\nBcc: x@y.example'],
  ['senderName', 'Ada\rBlum'],
  ['name', ' '],
  ['country', 'XX'],
  ['dataNoticeUrl', 'javascript:alert(1)'],
  ['signature', 'x\u0000'],
])('%s = %j is refused by name and changes nothing', async (path, value) => {
  const [before] = await entities();
  const problem = await manager.tell<Problem>('entities.update', {
    id: before?.id,
    senderRole: 'Autre',
    [path]: value,
  });
  expect(problem).toMatchObject({ status: 400, code: 'bad-input' });
  expect(new Set(problem.errors?.map((each) => each.path))).toEqual(new Set([path]));
  expect((await entities())[0]).toEqual(before);
});

test('one of another organisation is not there', async () => {
  const other = await api.newOrganisation();
  expect(await manager.tell<Problem>('entities.update', { id: other.entityId, name: 'x' })).toMatchObject({
    status: 404,
  });
});

test('the team reads them, manager and admin change them', async () => {
  const { email } = await api.newUser(organisation.id, 'collector');
  const collector = webClient(api, await api.signIn(email));
  expect((await collector.ask<{ items: Entity[] }>('entities.list')).items.length).toBeGreaterThan(0);
  expect(await collector.tell<Problem>('entities.create', { name: 'x' })).toMatchObject({ status: 403 });
  expect(await collector.tell<Problem>('entities.update', { id: organisation.entityId, name: 'x' })).toMatchObject({
    status: 403,
  });
});

test('what was refused for want of bank details leaves once they are there', async () => {
  const own = await api.newOrganisation();
  const sandbox = { organisationId: own.id, entityId: own.entityId };
  const { email } = await api.newUser(own.id, 'manager');
  const claire = webClient(api, await api.signIn(email));
  await claire.tell('entities.update', { id: own.entityId, iban: null });
  const invoiceIds = await owe(api.world, sandbox, {
    name: 'Acier',
    invoices: [{ number: 'F1', dueDate: '2026-02-10', amount: 10_000 }],
  });
  await enrol(api.world, sandbox, await publish(api.world, sandbox, reminderThenCall()), invoiceIds);
  await askToAdvance(api.world, sandbox, '2026-03-02T09:00:00.000Z');
  await api.settle(own);
  const contacts = () => inOrganisation(api.deps.app, own.id, (tx) => tx.select().from(contact));
  expect(await contacts()).toMatchObject([{ status: 'planned', waitingFor: 'refused', slotAt: null }]);
  // a company that still lacks something is not tried again
  await claire.tell('entities.update', { id: own.entityId, senderRole: 'Trésorerie' });
  expect(await contacts()).toMatchObject([{ waitingFor: 'refused' }]);
  const { gaps } = await claire.tell<Entity>('entities.update', {
    id: own.entityId,
    iban: WHOLE.iban,
    signature: WHOLE.signature,
  });
  expect(gaps).toEqual([]);
  expect(await contacts()).toMatchObject([{ status: 'planned', waitingFor: null }]);
  await api.settle(own);
  expect(await contacts()).toMatchObject([{ status: 'sent' }]);
  const [mail] = (await api.owner.execute<{ text: string }>(`select text from mail where org_id = '${own.id}'`)).rows;
  expect(mail?.text).toContain('\nService clients\nde 9 h à 17 h\n');
  expect(mail?.text).toContain('FR14');
});
