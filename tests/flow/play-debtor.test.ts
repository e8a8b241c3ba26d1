import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORIGIN, startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';

let api: Api;
let organisation: Organisation;
let cookie: string;

beforeAll(async () => {
  api = await startApi();
  organisation = await api.newOrganisation();
  cookie = await api.signIn((await api.newUser(organisation.id, 'manager')).email);
});
afterAll(() => api.close());

/** A debtor who owes 100.00 and has just got a reminder; returns the mail's id. */
async function reminded(name: string): Promise<string> {
  const sandbox = { organisationId: organisation.id, entityId: organisation.entityId };
  const invoices = [{ number: `F-${name}`, dueDate: '2026-02-20', amount: 10_000 }];
  const ids = await owe(api.world, sandbox, { name, invoices });
  await enrol(api.world, sandbox, await publish(api.world, sandbox, reminderThenCall()), ids);
  await api.settle(organisation);
  const { now } = (await api.call<{ now: string }>('GET /sandbox/clock', { key: organisation.keys.manager })).body;
  const advanceTo = new Date(Date.parse(now) + 3_600_000).toISOString();
  await api.call('POST /sandbox/clock', { key: organisation.keys.manager, body: { advanceTo } });
  await api.settle(organisation);
  const { rows } = await api.owner.execute<{ id: string }>(sql`
    select l.id from mail l join message m on m.id = l.message_id join debtor d on d.id = m.debtor_id where d.name = ${name}`);
  const [mail] = rows;
  if (!mail) throw new Error(`${name} got no mail`);
  return mail.id;
}

async function play(id: string, act: string, by = cookie): Promise<{ status: number; outcome: string | undefined }> {
  const response = await api.server.inject({
    method: 'POST',
    url: '/api/trpc/mailbox.play',
    headers: { cookie: by, origin: ORIGIN, 'x-relance': 'web' },
    payload: { id, act },
  });
  const body = response.json<{ result?: { data: { outcome: string } } }>();
  return { status: response.statusCode, outcome: body.result?.data.outcome };
}

const one = async (query: ReturnType<typeof sql>) => (await api.owner.execute(query)).rows[0];

test('pays half, then the rest, then there is nothing left', async () => {
  const mail = await reminded('Payeur');
  expect(await play(mail, 'pay-half')).toEqual({ status: 200, outcome: 'paid' });
  expect(await one(sql`select balance from invoice where number = 'F-Payeur'`)).toEqual({ balance: '5000' });
  expect(await play(mail, 'pay')).toEqual({ status: 200, outcome: 'paid' });
  expect(await one(sql`select status from invoice where number = 'F-Payeur'`)).toEqual({ status: 'paid' });
  expect(await play(mail, 'pay')).toEqual({ status: 200, outcome: 'nothing-left' });
  const marks = await one(sql`
    select count(*)::int as n from audit a join payment p on p.id::text = a.ref where a.actor = 'simulation' and a.kind = 'payment-recorded'`);
  expect(marks).toEqual({ n: 2 });
});

test.each([
  ['promise', 'Prometteur'],
  ['dispute', 'Contestataire'],
  ['reply', 'Curieux'],
])('answers: %s', async (act, name) => {
  const mail = await reminded(name);
  expect(await play(mail, act)).toEqual({ status: 200, outcome: 'answered' });
  expect(
    await one(sql`
      select r.kind, r.logged_by, (select count(*)::int from task t where t.debtor_id = d.id and t.kind = 'reply') as tasks
      from reply r join debtor d on d.id = r.debtor_id where d.name = ${name}`),
  ).toEqual({ kind: 'reply', logged_by: 'simulation', tasks: 1 });
});

test('bounces once: the address is not used again and somebody is asked for one', async () => {
  const mail = await reminded('Parti');
  expect(await play(mail, 'bounce')).toEqual({ status: 200, outcome: 'bounced' });
  expect((await play(mail, 'bounce')).status).toBe(409);
  expect(
    await one(sql`
      select p.email_status, (select count(*)::int from task t where t.debtor_id = d.id and t.kind = 'address') as tasks
      from person p join debtor d on d.id = p.debtor_id where d.name = 'Parti'`),
  ).toEqual({ email_status: 'bounced', tasks: 1 });
});

test('is refused outside sandboxes, to strangers, and for mail that is not there', async () => {
  const mail = await reminded('Réel');
  expect((await play(organisation.id, 'pay')).status).toBe(404);
  expect((await play(mail, 'pay', '')).status).toBe(401);
  const sales = await api.signIn((await api.newUser(organisation.id, 'sales')).email);
  expect((await play(mail, 'pay', sales)).status).toBe(403);
  await api.owner.execute(sql`update organisation set sandbox = false where id = ${organisation.id}`);
  expect((await play(mail, 'pay')).status).toBe(403);
  expect(await one(sql`select status from invoice where number = 'F-Réel'`)).toEqual({ status: 'open' });
});
