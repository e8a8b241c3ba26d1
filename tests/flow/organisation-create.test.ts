import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { webClient, type Problem, type WebClient } from '../drivers/web-client.ts';

interface Me {
  organisation: { id: string; name: string; sandbox: boolean; sending: boolean; timeZone: string };
  role: string;
  memberships: { organisationId: string; sandbox: boolean }[];
}

const GIVEN = {
  name: 'Ateliers du Nord',
  country: 'FR',
  language: 'fr',
  currency: 'EUR',
  timeZone: 'Europe/Paris',
} as const;

let api: Api;
let sandbox: Organisation;
beforeAll(async () => {
  api = await startApi();
  sandbox = await api.newOrganisation();
});
afterAll(() => api.close());

async function person(role: 'manager' | 'collector' | 'admin' | 'legal'): Promise<WebClient> {
  const { email } = await api.newUser(sandbox.id, role);
  return webClient(api, await api.signIn(email));
}

test('a manager of a sandbox founds a real organisation and is at work in it as its manager', async () => {
  const claire = await person('manager');
  const made = await claire.tell<{ id: string; entityId: string; apiKey: null }>('organisations.create', GIVEN);
  expect(made.apiKey).toBeNull();
  const me = await claire.ask<Me>('session.me');
  expect(me).toMatchObject({
    organisation: { id: made.id, name: GIVEN.name, sandbox: false, sending: false, timeZone: 'Europe/Paris' },
    role: 'manager',
  });
  expect(me.memberships.map(({ sandbox: demo }) => demo)).toEqual([true, false]);
  const { rows } = await api.owner.execute(`
    select o.stale_after_hours, o.batch_factor, o.assignment_on, c.speed, c.anchor_real = c.anchor_org as equal,
      (select count(*)::int from entity e where e.org_id = o.id and e.name = o.name and e.country = 'FR') as entities
    from organisation o join clock c on c.org_id = o.id where o.id = '${made.id}'`);
  expect(rows).toEqual([
    { stale_after_hours: 72, batch_factor: 3, assignment_on: false, speed: 1, equal: true, entities: 1 },
  ]);
  const trail = await api.owner.execute(`select kind, actor from audit where org_id = '${made.id}' order by id`);
  expect(trail.rows.map(({ kind }) => kind)).toEqual(['organisation-created', 'entity-created']);
  expect(String(trail.rows[0]?.['actor'])).toMatch(/^user:/);
  await claire.tell('session.setOrganisation', { organisationId: sandbox.id });
  expect((await claire.ask<Me>('session.me')).organisation.sandbox).toBe(true);
});

test('a system founds one with a manager’s key and gets a key that opens it', async () => {
  const key = sandbox.keys.manager;
  const { status, body } = await api.call<{ id: string; apiKey: string }>('POST /organisations', { key, body: GIVEN });
  expect(status).toBe(201);
  const entities = await api.call<{ items: { name: string; gaps: string[] }[] }>('GET /entities', { key: body.apiKey });
  expect(entities.body.items).toMatchObject([
    { name: GIVEN.name, gaps: ['accountHolder', 'iban', 'emailFrom', 'senderName'] },
  ]);
});

test('nobody but a manager founds one, and a wrong country, zone or currency changes nothing', async () => {
  for (const role of ['collector', 'admin', 'legal'] as const) {
    expect(await (await person(role)).tell<Problem>('organisations.create', GIVEN)).toMatchObject({ status: 403 });
  }
  const claire = await person('manager');
  const count = async () => (await api.owner.execute('select count(*)::int as n from organisation')).rows[0]?.['n'];
  const before = await count();
  for (const [path, value] of [
    ['country', 'ZZ'],
    ['country', 'France'],
    ['timeZone', 'Europe/Nowhere'],
    ['timeZone', '+02:00'],
    ['currency', 'EURO'],
    ['language', 'de'],
    ['name', '  '],
    ['name', 'Ateliers\nBcc: x'],
  ]) {
    const problem = await claire.tell<Problem>('organisations.create', { ...GIVEN, [path ?? '']: value });
    expect(problem).toMatchObject({ status: 400, errors: [{ path }] });
  }
  expect(await count()).toBe(before);
  expect((await claire.ask<Me>('session.me')).memberships).toHaveLength(1);
});

test('its sandbox’s clock, sandboxes and mailbox are not there in a real organisation', async () => {
  const claire = await person('manager');
  await claire.tell('organisations.create', GIVEN);
  for (const refused of [
    claire.ask<Problem>('clock.get'),
    claire.tell<Problem>('clock.advance', { advanceTo: '2030-01-01T00:00:00Z' }),
    claire.ask<Problem>('mailbox.list', {}),
    claire.tell<Problem>('sandboxes.create', { name: 'x', now: '2026-01-01T00:00:00Z' }),
  ]) {
    expect(await refused).toMatchObject({ status: 403, code: 'not-a-sandbox' });
  }
});

test('settings: only what is given changes, each change stands in the trail, and the currency stays with invoices', async () => {
  const claire = await person('manager');
  const { id, entityId } = await claire.tell<{ id: string; entityId: string }>('organisations.create', GIVEN);
  const changed = await claire.tell('organisation.update', {
    currency: 'CHF',
    timeZone: 'Europe/Zurich',
    tolerance: { amount: '2.50', currency: 'CHF' },
    replyHoldDays: 5,
    staleAfterHours: null,
    batchFactor: 2.5,
  });
  expect(changed).toMatchObject({
    name: GIVEN.name,
    currency: 'CHF',
    currencyFixed: false,
    timeZone: 'Europe/Zurich',
    tolerance: { amount: '2.50', currency: 'CHF' },
    toleranceAbroad: { amount: '15.00', currency: 'CHF' },
    replyHoldDays: 5,
    staleAfterHours: null,
    batchFactor: 2.5,
  });
  const wrong = await claire.tell<Problem>('organisation.update', { tolerance: { amount: '1.00', currency: 'EUR' } });
  expect(wrong).toMatchObject({ status: 422, errors: [{ path: 'tolerance' }] });
  const [debtorId, accountId] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
  await api.owner.execute(`
    insert into debtor (id, org_id, name, external_ref) values ('${debtorId}', '${id}', 'D', 'D');
    insert into account (id, org_id, entity_id, debtor_id, ref) values ('${accountId}', '${id}', '${entityId}', '${debtorId}', 'D');
    insert into invoice (org_id, entity_id, account_id, debtor_id, number, due_date, total, balance, currency, updated_at)
      values ('${id}', '${entityId}', '${accountId}', '${debtorId}', '1', '2026-01-01', 1, 1, 'CHF', now())`);
  expect(await claire.tell<Problem>('organisation.update', { currency: 'EUR', name: 'X' })).toMatchObject({
    status: 409,
    code: 'currency-fixed',
  });
  expect(await claire.ask('organisation.settings')).toMatchObject({
    currency: 'CHF',
    currencyFixed: true,
    name: GIVEN.name,
  });
  const trail = await api.owner.execute<{ data: { changed: Record<string, unknown> } }>(
    `select data from audit where org_id = '${id}' and kind = 'settings-changed'`,
  );
  expect(trail.rows).toHaveLength(1);
  expect(trail.rows[0]?.data.changed).toMatchObject({ currency: { from: 'EUR', to: 'CHF' } });
});

test('the contact policy: the usual one to begin with; what does not hold together changes nothing', async () => {
  const claire = await person('manager');
  const { id } = await claire.tell<{ id: string }>('organisations.create', GIVEN);
  const usual = {
    messagesPerWeek: 4,
    messagesPerWeekConsumer: 3,
    callsPerDay: 2,
    callsPerDayConsumer: 1,
    sendHours: { from: '09:00', until: '17:00' },
  };
  expect(await claire.ask('organisation.settings')).toMatchObject(usual);
  for (const wrong of [
    { sendHours: { from: '09:00' } },
    { sendHours: { from: '9', until: '17:00' } },
    { sendHours: { from: '24:00', until: '25:00' } },
    { sendHours: { from: '17:00', until: '09:00' } },
    { sendHours: { from: '09:00', until: '09:30' } },
    { messagesPerWeek: 0 },
    { messagesPerWeekConsumer: 2.5 },
    { callsPerDay: 101 },
  ]) {
    expect(await claire.tell<Problem>('organisation.update', wrong)).toMatchObject({ status: 400 });
  }
  expect(await claire.ask('organisation.settings')).toMatchObject(usual);
  const asked = { messagesPerWeek: 2, messagesPerWeekConsumer: null, callsPerDay: 3, sendHours: null };
  expect(await claire.tell('organisation.update', asked)).toMatchObject(asked);
  const trail = await api.owner.execute<{ data: { changed: Record<string, unknown> } }>(
    `select data from audit where org_id = '${id}' and kind = 'settings-changed'`,
  );
  expect(trail.rows[0]?.data.changed).toMatchObject({
    messagesPerWeek: { from: 4, to: 2 },
    sendFrom: { from: '09:00', to: null },
  });
});

test('closures replace those that were there; a day twice or that does not exist changes nothing', async () => {
  const claire = await person('manager');
  await claire.tell('organisations.create', GIVEN);
  const days = [
    { day: '2026-12-24', label: 'Fermeture annuelle' },
    { day: '2026-12-31', label: '' },
  ];
  expect(await claire.tell('closures.set', { closures: days })).toMatchObject({ closures: days });
  for (const closures of [[...days, ...days], [{ day: '2026-02-30', label: '' }]]) {
    expect(await claire.tell<Problem>('closures.set', { closures })).toMatchObject({ status: 400 });
  }
  expect(await claire.ask('organisation.settings')).toMatchObject({ closures: days });
  const next = [{ day: '2027-01-02', label: 'Inventaire' }];
  expect(await claire.tell('closures.set', { closures: next })).toMatchObject({ closures: next });
});
