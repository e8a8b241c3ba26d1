import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api } from '../drivers/api-server.ts';
import { callAtOnce } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';

interface Case {
  id: string;
  debtorId: string;
  status: string;
  heldUntil: string | null;
  outcome: { reason: string } | null;
}
interface Reply {
  enrolmentIds: string[];
  skipped: { enrolmentId: string; reason: string }[];
  errors?: { path: string }[];
}

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Two debtors with three and one cases at their calls. */
async function twoDebtors() {
  const organisation = await api.newOrganisation();
  const scope = { organisationId: organisation.id, entityId: organisation.entityId };
  const due = (numbers: string[]) => numbers.map((number) => ({ number, dueDate: '2026-02-10', amount: 10_000 }));
  const mine = await owe(api.world, scope, { name: 'Acier', invoices: due(['F1', 'F2', 'F3']) });
  const others = await owe(api.world, scope, { name: 'Béton', invoices: due(['G1']) });
  await enrol(api.world, scope, await publish(api.world, scope, callAtOnce()), [...mine, ...others]);
  await api.settle(organisation);
  const { manager: key } = organisation.keys;
  const cases = async () => (await api.call<{ items: Case[] }>('GET /enrolments', { key })).body.items;
  const debtors = await api.call<{ items: { id: string; name: string }[] }>('GET /debtors?search=Acier', { key });
  const debtorId = debtors.body.items[0]?.id ?? '';
  const command = (body: object, as = key) => api.call<Reply>(`POST /debtors/${debtorId}/commands`, { key: as, body });
  const states = async () => (await cases()).map((it) => [it.debtorId === debtorId, it.status]);
  return { organisation, key, cases, debtorId, command, states };
}

test('a hold, a resumption and a stop take hold of all cases of a debtor and of nobody else’s', async () => {
  const { organisation, key, cases, command, states, debtorId } = await twoDebtors();
  const held = await command({ type: 'hold', reason: 'a visit next week', until: '2026-03-20' });
  expect(held).toMatchObject({ status: 200, body: { skipped: [] } });
  expect(held.body.enrolmentIds).toHaveLength(3);
  expect(await states()).toEqual([
    [false, 'live'],
    [true, 'held'],
    [true, 'held'],
    [true, 'held'],
  ]);
  const [one] = held.body.enrolmentIds;
  await api.call(`POST /enrolments/${one}/commands`, { key, body: { type: 'resume', reason: 'this one goes on' } });
  const resumed = await command({ type: 'resume', reason: 'the visit is over' });
  expect(resumed.body.skipped).toEqual([{ enrolmentId: one, reason: 'not-held' }]);
  expect(resumed.body.enrolmentIds).toHaveLength(2);

  const stopped = await command({ type: 'cancel', reason: 'insolvency' });
  expect(stopped.body.enrolmentIds).toHaveLength(3);
  await api.settle(organisation);
  const ended = (await cases()).filter((it) => it.debtorId === debtorId);
  expect(ended.map(({ outcome }) => outcome?.reason)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  expect((await command({ type: 'cancel', reason: 'again' })).body).toEqual({ enrolmentIds: [], skipped: [] });
  for (const { id } of ended) {
    const trail = await api.call<{ items: { kind: string; reason?: string }[] }>(`GET /enrolments/${id}/timeline`, {
      key,
    });
    const told = trail.body.items.filter(({ kind }) => ['hold', 'resume', 'cancel'].includes(kind));
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['cancel', 'hold', 'resume']);
  }
});

test('what makes no sense changes nothing', async () => {
  const { organisation, command, states, debtorId } = await twoDebtors();
  const past = await command({ type: 'hold', reason: 'too late', until: '2026-03-02' });
  expect(past).toMatchObject({ status: 422, body: { errors: [{ path: 'until' }] } });
  expect((await command({ type: 'hold', reason: 'no date' })).status).toBe(400);
  expect((await command({ type: 'cancel', reason: ' ' })).status).toBe(400);
  expect((await command({ type: 'skip', reason: 'a step' })).status).toBe(400);
  const stranger = await api.newOrganisation();
  expect((await command({ type: 'cancel', reason: 'not mine' }, stranger.keys.manager)).status).toBe(404);
  expect((await states()).map(([, status]) => status)).toEqual(['live', 'live', 'live', 'live']);
  const { collector } = organisation.keys;
  expect((await command({ type: 'hold', reason: 'asked', until: '2026-03-20' }, collector)).status).toBe(200);
  expect(debtorId).not.toBe('');
});
