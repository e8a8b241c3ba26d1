import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce, reminderThenCall } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';

interface List<Item> {
  items: Item[];
}
interface Contact {
  invoiceId: string;
  status: string;
  waitingFor: string | null;
}
interface Invoice {
  id: string;
  excluded: boolean;
  excludedReason: string | null;
  dispute: { reason: string; amount: { amount: string } | null } | null;
  code?: string;
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** A debtor with two invoices whose first reminder leaves on 7 March at 9:00, or whose call waits. */
async function followed(graph = reminderThenCall()) {
  const organisation = await api.newOrganisation();
  const scope = { organisationId: organisation.id, entityId: organisation.entityId };
  const invoices = ['F1', 'F2'].map((number) => ({ number, dueDate: '2026-03-02', amount: 100_00 }));
  const ids = await owe(api.world, scope, { name: 'Acier', invoices });
  const [one = '', other = ''] = ids;
  const version = await publish(api.world, scope, graph);
  await enrol(api.world, scope, version, ids);
  await api.settle(organisation);
  const { manager: key } = organisation.keys;
  const debtor = (await api.call<List<{ id: string }>>('GET /debtors', { key })).body.items[0];
  const invoice = (body: object, id = one) => api.call<Invoice>(`POST /invoices/${id}/commands`, { key, body });
  const debtors = (body: object) => api.call(`POST /debtors/${debtor?.id}/commands`, { key, body });
  const waits = async () => {
    const { items } = (await api.call<List<Contact>>('GET /contacts', { key })).body;
    return Object.fromEntries(
      items.map(({ invoiceId, status, waitingFor }) => [invoiceId === one ? 'F1' : 'F2', waitingFor ?? status]),
    );
  };
  const kinds = async (invoiceId = one) => {
    const { items } = (await api.call<List<{ id: string }>>(`GET /enrolments?invoiceId=${invoiceId}`, { key })).body;
    const trail = await api.call<List<{ kind: string; reason: string | null }>>(
      `GET /enrolments/${items[0]?.id}/timeline?limit=200`,
      { key },
    );
    return trail.body.items;
  };
  return { organisation, scope, version, key, one, other, invoice, debtors, waits, kinds };
}

async function advance({ id, keys }: Organisation, advanceTo: string) {
  await api.call('POST /sandbox/clock', { key: keys.manager, body: { advanceTo } });
  await api.settle({ id });
}

// the reminder is planned at nine and leaves within a quarter of an hour
const MORNING = '2026-03-09T08:00:00Z';
const AFTER = '2026-03-09T12:00:00Z';
const NEXT_DAY = '2026-03-10T12:00:00Z';

test('an excluded invoice is skipped and what is planned for it waits at once, the others leave', async () => {
  const { organisation, scope, version, key, one, invoice, waits, kinds } = await followed();
  await advance(organisation, MORNING);
  expect(await waits()).toEqual({ F1: 'planned', F2: 'planned' });
  const done = await invoice({ type: 'exclude', reason: 'a group company' });
  expect(done).toMatchObject({ status: 200, body: { excluded: true, excludedReason: 'a group company' } });
  // before any worker has looked at it
  expect(await waits()).toEqual({ F1: 'exclusion', F2: 'planned' });
  await advance(organisation, AFTER);
  expect(await waits()).toEqual({ F1: 'exclusion', F2: 'sent' });
  const listed = await api.call<List<Invoice>>('GET /invoices?excluded=true', { key });
  expect(listed.body.items.map(({ id }) => id)).toEqual([one]);

  await invoice({ type: 'include', reason: 'sold' });
  expect(await waits()).toEqual({ F1: 'planned', F2: 'sent' });
  expect((await kinds()).map(({ kind, reason }) => [kind, reason])).toEqual(
    expect.arrayContaining([
      ['invoice-excluded', 'a group company'],
      ['invoice-included', 'sold'],
    ]),
  );
  expect((await invoice({ type: 'include', reason: 'again' })).body.code).toBe('not-excluded');
  await invoice({ type: 'exclude', reason: 'bought back' });
  await api.call(`POST /debtors/${(await debtorOf(key)).id}/commands`, { key, body: { type: 'cancel', reason: 'x' } });
  await api.settle(organisation);
  expect(await enrol(api.world, scope, version, [one])).toEqual([]);
});

const debtorOf = async (key: string) => {
  const [it] = (await api.call<List<{ id: string; excluded: boolean }>>('GET /debtors', { key })).body.items;
  if (!it) throw new Error('no debtor');
  return it;
};

test('an excluded debtor is left alone in all its cases until it is let in again', async () => {
  const { organisation, scope, version, key, one, debtors, waits } = await followed();
  await advance(organisation, MORNING);
  const done = await debtors({ type: 'exclude', reason: 'a judge said so' });
  expect(done).toMatchObject({ status: 200, body: { skipped: [] } });
  expect(await waits()).toEqual({ F1: 'exclusion', F2: 'exclusion' });
  await advance(organisation, AFTER);
  expect((await api.call<List<object>>('GET /messages', { key })).body.items).toEqual([]);
  expect(await debtorOf(key)).toMatchObject({ excluded: true, excludedReason: 'a judge said so' });
  expect((await debtors({ type: 'exclude', reason: ' ' })).status).toBe(400);
  await debtors({ type: 'include', reason: 'it is over' });
  await advance(organisation, NEXT_DAY);
  expect(await waits()).toEqual({ F1: 'sent', F2: 'sent' });
  expect((await debtors({ type: 'include', reason: 'again' })).status).toBe(409);
  expect(await enrol(api.world, scope, version, [one])).toEqual([]);
});

test('a disputed invoice is held in one act, the others go on, and settled it leaves', async () => {
  const { organisation, key, one, invoice, waits, kinds } = await followed();
  await advance(organisation, MORNING);
  const amount = { amount: '40.00', currency: 'EUR' };
  const done = await invoice({ type: 'dispute', reason: 'three pallets missing', amount });
  expect(done.body.dispute).toMatchObject({ reason: 'three pallets missing', amount });
  expect(await waits()).toEqual({ F1: 'dispute', F2: 'planned' });
  await advance(organisation, AFTER);
  expect((await waits())['F2']).toBe('sent');
  expect(['dispute', 'hold']).toContain((await waits())['F1']);
  const held = await api.call<List<{ status: string }>>(`GET /enrolments?invoiceId=${one}`, { key });
  expect(held.body.items).toMatchObject([{ status: 'held' }]);
  const listed = await api.call<List<Invoice>>('GET /invoices?disputed=true', { key });
  expect(listed.body.items.map(({ id }) => id)).toEqual([one]);

  await invoice({ type: 'settle-dispute', reason: 'a credit note is on its way' });
  await advance(organisation, '2026-03-18T12:00:00Z');
  expect((await waits())['F1']).not.toBe('dispute');
  const after = await api.call<List<{ status: string }>>(`GET /enrolments?invoiceId=${one}`, { key });
  expect(after.body.items[0]?.status).not.toBe('held');
  expect((await kinds()).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['invoice-disputed', 'hold', 'dispute-settled', 'resume']),
  );
  expect((await invoice({ type: 'settle-dispute', reason: 'again' })).body.code).toBe('not-disputed');
});

test('a call in which one invoice is contested marks that invoice, in the same transaction', async () => {
  const { organisation, key, one, other } = await followed(callAtOnce());
  const [task] = (await api.call<List<{ id: string; rev: number }>>('GET /tasks', { key })).body.items;
  const done = await api.call(`POST /tasks/${task?.id}/complete`, {
    key,
    body: {
      rev: task?.rev,
      outcome: 'no-answer',
      values: {},
      exceptions: [
        {
          invoiceId: one,
          outcome: 'disputed',
          values: { reason: 'quality', amount: { amount: '25.00', currency: 'EUR' } },
        },
      ],
    },
  });
  expect(done.status).toBe(200);
  const dispute = async (id: string) => (await api.call<Invoice>(`GET /invoices/${id}`, { key })).body.dispute;
  expect(await dispute(one)).toMatchObject({ reason: 'quality', amount: { amount: '25.00' } });
  expect(await dispute(other)).toBeNull();
  await api.settle(organisation);
  const ended = await api.call<List<{ status: string }>>('GET /enrolments', { key });
  expect(ended.body.items.map(({ status }) => status)).toEqual(['ended', 'ended']);
});

test('one invoice can be held until a day and resumed', async () => {
  const { key, one, invoice, waits, organisation } = await followed();
  await advance(organisation, MORNING);
  expect((await invoice({ type: 'hold', reason: 'a visit', until: '2026-03-20' })).status).toBe(200);
  expect(await waits()).toEqual({ F1: 'hold', F2: 'planned' });
  expect((await invoice({ type: 'resume', reason: 'the visit is over' })).status).toBe(200);
  expect(await waits()).toEqual({ F1: 'planned', F2: 'planned' });
  expect((await invoice({ type: 'resume', reason: 'again' })).body.code).toBe('not-held');
  expect((await invoice({ type: 'hold', reason: 'late', until: '2026-03-09' })).status).toBe(422);
  const dispute = { type: 'dispute', reason: 'too much' };
  const currency = await invoice({ ...dispute, amount: { amount: '10.00', currency: 'USD' } });
  expect(currency).toMatchObject({ status: 422, body: { code: 'not-possible' } });
  expect((await invoice({ ...dispute, amount: { amount: '100.01', currency: 'EUR' } })).status).toBe(422);
  expect((await invoice(dispute, organisation.id)).status).toBe(404);
  const stranger = await api.newOrganisation();
  const foreign = await api.call(`POST /invoices/${one}/commands`, { key: stranger.keys.manager, body: dispute });
  expect(foreign.status).toBe(404);
  expect((await api.call<Invoice>(`GET /invoices/${one}`, { key })).body.dispute).toBeNull();
});
