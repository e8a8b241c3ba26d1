import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DrawnRule } from '@relance/workflows/assignment';
import { scenario, type Graph } from '@relance/workflows/scenario';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { NOWHERE } from '../drivers/rules.ts';
import { owe, publish, type Owed } from '../drivers/sandbox.ts';
import { recordPayments } from '@relance/db/queries';
import { inOrganisation } from '@relance/db';

interface Rules {
  version: number;
  on: boolean;
  nextAt: string | null;
  running: boolean;
  lastRun: { at: string; count: number } | null;
  rules: DrawnRule[];
}
interface Problem {
  code: string;
  errors?: { path: string }[];
  current?: { version: number };
}
interface Gathered {
  invoices: number;
  amounts: { amount: string; currency: string }[];
  items: { number: string; reason: string | null }[];
}
interface Preview {
  day: string;
  rules: { id: string; invoices: number; amounts: unknown[]; entering: number; later: number; followed: number }[];
  uncovered: Gathered;
  excluded: Gathered;
  disputed: Gathered;
  ended: Gathered;
  foreseen: Record<string, number> & { lateEntries: { label: string; cases: number }[] };
}
interface Moves {
  total: number;
  items: { enrolmentId: string; number: string; from: { id: string }; to: { id: string } }[];
}

let api: Api;
let organisation: Organisation;
let cookie: string;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  organisation = await api.newOrganisation();
  const { email } = await api.newUser(organisation.id, 'manager');
  cookie = await api.signIn(email);
});

const scope = () => ({ organisationId: organisation.id, entityId: organisation.entityId });
const debtor = (owed: Owed) => owe(api.world, scope(), owed);
const draw = (graph: Graph = reminderThenCall()) => publish(api.world, scope(), graph);
const rest = <Body = Rules>(line: string, body?: unknown, key = organisation.keys.manager) =>
  api.call<Body>(line, { key, ...(body === undefined ? {} : { body }) });
const mutate = async <Data>(path: string, input: object): Promise<Data> => {
  const response = await api.server.inject({
    method: 'POST',
    url: `/api/trpc/${path}`,
    headers: { cookie, origin: 'http://relance.test' },
    payload: input,
  });
  const body = response.json<{ result?: { data: Data }; error?: { data: { problem: Data } } }>();
  const data = body.result?.data ?? body.error?.data.problem;
  if (!data) throw new Error(response.body);
  return data;
};
const everything = (scenarioId: string): DrawnRule => ({ ...NOWHERE, then: { kind: 'scenario', scenarioId } });
const save = async (rules: DrawnRule[]) => {
  const { version } = (await rest('GET /assignment')).body;
  const reply = await rest('PUT /assignment', { version, rules });
  expect(reply.status).toBe(200);
  return reply.body;
};

test('a new organisation has no rules, off; a list is saved, run on demand, and does nothing by being saved', async () => {
  expect((await rest('GET /assignment')).body).toEqual({
    version: 0,
    on: false,
    nextAt: null,
    running: false,
    lastRun: null,
    rules: [NOWHERE],
  });
  expect(await rest<Problem>('POST /assignment/run', {})).toMatchObject({ status: 422, body: { code: 'no-rules' } });
  const { scenarioId } = await draw();
  await debtor({ name: 'Alpha', invoices: [{ number: 'A1', dueDate: '2026-02-20', amount: 10_000 }] });
  const rules = [
    {
      id: 'all',
      name: 'Tout',
      when: { fact: 'invoice.total', op: '>=', value: { amount: '1.50', currency: 'EUR' } },
      then: { kind: 'scenario', scenarioId },
    },
    NOWHERE,
  ] as DrawnRule[];
  expect(await save(rules)).toMatchObject({ version: 1, on: false, rules });
  await api.settle(organisation);
  expect((await rest<{ items: unknown[] }>('GET /enrolments')).body.items).toEqual([]);
  const run = await rest('POST /assignment/run', {});
  expect(run).toMatchObject({ status: 202, body: { running: true } });
  await api.settle(organisation);
  expect((await rest('GET /assignment')).body).toMatchObject({ running: false, nextAt: null, lastRun: { count: 1 } });
  expect((await rest<{ items: unknown[] }>('GET /enrolments')).body.items).toMatchObject([{ scenarioId }]);
});

test('a stale version, an unknown or unpublished scenario and conditions without sense are refused and change nothing', async () => {
  const { scenarioId } = await draw();
  const put = (rules: unknown, version = 0) => rest<Problem>('PUT /assignment', { version, rules });
  const when = (condition: unknown) => [
    { id: 'a', name: '', when: condition, then: { kind: 'never-contact' } },
    NOWHERE,
  ];
  const draft = await rest<{ id: string }>('POST /scenarios', { name: 'Brouillon', graph: reminderThenCall() });
  expect(await put([everything(scenarioId)], 3)).toMatchObject({
    status: 409,
    body: { code: 'stale-version', current: { version: 0 } },
  });
  expect(await put([everything('0190a000-0000-7000-8000-000000000000')])).toMatchObject({ status: 404 });
  expect(await put([everything('nonsense')])).toMatchObject({ status: 404 });
  expect(await put([everything(draft.body.id)])).toMatchObject({
    status: 422,
    body: { code: 'unpublished', errors: [{ path: 'rules.0.then.scenarioId' }] },
  });
  expect(await put(when({ fact: 'debtor.mood', op: 'known' }))).toMatchObject({
    status: 422,
    body: { code: 'has-errors', errors: [{ path: 'rules.0.when.fact' }] },
  });
  expect(await put(when({ fact: 'answer.call.date', op: 'known' }))).toMatchObject({ status: 422 });
  expect(await put(when({ fact: 'debtor.kind', op: '<', value: 'public' }))).toMatchObject({ status: 422 });
  expect(await put(when({ fact: 'invoice.daysOverdue', op: '>', value: '3' }))).toMatchObject({ status: 422 });
  expect(await put(when({ fact: 'invoice.daysOverdue', op: '>' }))).toMatchObject({ status: 400 });
  expect(await put([])).toMatchObject({ status: 400 });
  expect(await put([NOWHERE, NOWHERE])).toMatchObject({ status: 400 });
  expect(await put([{ ...NOWHERE, when: { fact: 'debtor.kind', op: 'known' } }])).toMatchObject({ status: 400 });
  expect((await rest('GET /assignment')).body.version).toBe(0);
});

test('a collector reads the rules and changes nothing', async () => {
  const key = organisation.keys.collector;
  expect((await rest('GET /assignment', undefined, key)).status).toBe(200);
  expect((await rest('PUT /assignment', { version: 0, rules: [NOWHERE] }, key)).status).toBe(403);
  expect((await rest('POST /assignment/run', {}, key)).status).toBe(403);
});

test('turning the rules on is an act of its own, and says when they run first', async () => {
  const { scenarioId } = await draw();
  await save([everything(scenarioId)]);
  expect(await mutate<Rules>('assignment.setOn', { on: true })).toMatchObject({
    on: true,
    running: false,
    nextAt: '2026-03-03T05:00:00.000Z',
  });
  expect(await mutate<Rules>('assignment.setOn', { on: false })).toMatchObject({ on: false, nextAt: null });
});

/** D+2 first, D+10 second, D+40 formal. */
function ladder(): Graph {
  const after = (amount: number) => ({ amount, unit: 'day', direction: 'after', anchor: 'due-date', time: '09:00' });
  const answerIn = { amount: 8, unit: 'day' };
  return scenario()
    .node('start', 'start', 'Entrée')
    .node('w1', 'wait', 'J+2', after(2))
    .node('first', 'send-email', 'Relance 1', { template: 'reminder-1' })
    .node('w2', 'wait', 'J+10', after(10))
    .node('second', 'send-email', 'Relance 2', { template: 'reminder-2', answerIn })
    .node('w3', 'wait', 'J+40', after(40))
    .node('notice', 'send-email', 'Dernier rappel', { template: 'before-formal-notice', answerIn })
    .node('end', 'end', 'Fin', { reason: 'other' })
    .path('start', 'w1', 'first', 'w2', 'second', 'w3', 'notice', 'end')
    .build();
}

async function portfolio() {
  const due = (number: string, dueDate: string, amount = 10_000) => ({ number, dueDate, amount });
  await debtor({ name: 'Old', invoices: [due('O1', '2025-11-20'), due('O2', '2025-12-20'), due('O3', '2026-02-19')] });
  await debtor({ name: 'Young', invoices: [due('Y1', '2026-02-25')] });
  await debtor({ name: 'Unknown', email: null, invoices: [due('U1', '2026-02-10')] });
  await debtor({ name: 'Credited', invoices: [due('C1', '2026-02-25', 4_000)] });
  await debtor({ name: 'Later', invoices: [due('L1', '2026-04-20')] });
  await debtor({ name: 'Foreign', invoices: [due('F1', '2026-02-01', 700_000)] });
  await inOrganisation(api.deps.app, organisation.id, (tx) =>
    recordPayments(
      tx,
      organisation.id,
      [{ externalId: 'P1', receivedOn: '2026-03-01', amount: 4_100, currency: 'EUR', debtorRef: 'Credited' }],
      { actor: 'system', at: '2026-03-02T08:00:00.000Z' },
    ),
  );
}

test('before saving, the page is told what would happen, and it happens so', async () => {
  await portfolio();
  const { scenarioId } = await draw(ladder());
  const rules: DrawnRule[] = [
    {
      id: 'foreign',
      name: 'Export',
      when: { fact: 'account.ref', op: 'in', value: ['Foreign'] },
      then: { kind: 'never-contact' },
    },
    {
      id: 'soft',
      name: 'Douce',
      when: { fact: 'invoice.total', op: '>', value: { amount: '0.00', currency: 'EUR' } },
      then: { kind: 'scenario', scenarioId },
    },
    NOWHERE,
  ];
  const preview = await mutate<Preview>('assignment.preview', { rules });
  expect(preview).toMatchObject({
    day: '2026-03-03',
    rules: [
      {
        id: 'foreign',
        invoices: 1,
        amounts: [{ amount: '7000.00', currency: 'EUR' }],
        entering: 0,
        later: 0,
        followed: 0,
      },
      { id: 'soft', invoices: 7, entering: 6, later: 1, followed: 0 },
      { id: 'default', invoices: 0, amounts: [] },
    ],
    foreseen: {
      cases: 6,
      messages: 2,
      debtors: 2,
      withoutAddress: 1,
      coveredByCredits: 1,
      lateEntries: [
        { label: 'Relance 2', cases: 4 },
        { label: 'Relance 1', cases: 2 },
      ],
    },
    uncovered: { invoices: 0 },
  });
  expect((await rest('GET /assignment')).body.version).toBe(0);
  await save(rules);
  await mutate('assignment.setOn', { on: true });
  await rest('POST /sandbox/clock', { advanceTo: '2026-03-03T22:00:00Z' });
  await api.settle(organisation);
  const messages = await rest<{ items: { subject: string }[] }>('GET /messages');
  expect(messages.body.items).toHaveLength(2);
  expect(await mutate<Preview>('assignment.preview', {})).toMatchObject({
    rules: [{ id: 'foreign', invoices: 1 }, { id: 'soft', invoices: 7, entering: 0, followed: 6 }, { id: 'default' }],
    foreseen: { cases: 0, messages: 0 },
  });
});

test('invoices that no rule covers, that are kept out and that are contested are listed with their sums', async () => {
  await portfolio();
  const { scenarioId } = await draw(ladder());
  const list = async (search: string) =>
    (await rest<{ items: { id: string; debtor: { id: string } }[] }>(`GET /invoices?number=${search}`)).body.items[0];
  const [y1, o1] = [await list('Y1'), await list('O1')];
  await rest(`POST /debtors/${y1?.debtor.id}/commands`, { type: 'exclude', reason: 'ami' });
  await rest(`POST /invoices/${o1?.id}/commands`, { type: 'dispute', reason: 'price' });
  const when = { fact: 'account.ref', op: '=', value: 'Old' } as const;
  const preview = await mutate<Preview>('assignment.preview', {
    rules: [{ id: 'old', name: '', when, then: { kind: 'scenario', scenarioId } }, NOWHERE],
  });
  expect(preview).toMatchObject({
    uncovered: { invoices: 4, items: [{ number: 'F1' }, { number: 'U1' }, { number: 'L1' }, { number: 'C1' }] },
    excluded: { invoices: 1, items: [{ number: 'Y1', reason: 'ami' }] },
    disputed: { invoices: 1, items: [{ number: 'O1' }] },
    rules: [{ id: 'old', invoices: 3, entering: 2 }, { id: 'default' }],
  });
});

test('changed rules move nothing by themselves; chosen cases move in one act', async () => {
  const [soft, firm] = [await draw(ladder()), await draw(ladder())];
  await portfolio();
  await save([everything(soft.scenarioId)]);
  await rest('POST /assignment/run', {});
  await api.settle(organisation);
  await save([everything(firm.scenarioId)]);
  await rest('POST /assignment/run', {});
  await api.settle(organisation);
  const moves = await api.query<Moves>('assignment.previewMoves', cookie, {});
  expect(moves.total).toBe(7);
  const [first, second] = moves.items;
  expect(first).toMatchObject({ from: { id: soft.scenarioId }, to: { id: firm.scenarioId } });
  const asked = [first?.enrolmentId, '0190a000-0000-7000-8000-000000000000', 'nonsense'];
  const moved = await mutate<{ moved: { newEnrolmentId: string }[]; skipped: unknown[] }>('assignment.move', {
    enrolmentIds: asked,
    reason: 'nouvelles règles',
  });
  expect(moved.moved).toHaveLength(1);
  expect(moved.skipped).toMatchObject([{ reason: 'unknown' }, { reason: 'unknown' }]);
  await api.settle(organisation);
  const read = (id: string | undefined) => rest<Record<string, unknown>>(`GET /enrolments/${id}`);
  expect((await read(first?.enrolmentId)).body).toMatchObject({ status: 'ended', outcome: { reason: 'cancelled' } });
  expect((await read(moved.moved[0]?.newEnrolmentId)).body).toMatchObject({
    status: 'live',
    scenarioId: firm.scenarioId,
  });
  expect((await read(second?.enrolmentId)).body).toMatchObject({ status: 'live', scenarioId: soft.scenarioId });
  expect((await api.query<Moves>('assignment.previewMoves', cookie, {})).total).toBe(6);
  const timeline = await rest<{ items: { kind: string; reason?: string }[] }>(
    `GET /enrolments/${first?.enrolmentId}/timeline`,
  );
  expect(timeline.body.items.find(({ kind }) => kind === 'cancel')).toMatchObject({ reason: 'nouvelles règles' });
  // nothing of the case that was left goes on
  const contacts = await rest<{ items: { enrolmentId: string; status: string }[] }>('GET /contacts');
  const left = contacts.body.items.filter(({ enrolmentId }) => enrolmentId === first?.enrolmentId);
  expect(left.every(({ status }) => ['sent', 'cancelled', 'covered', 'not-sent'].includes(status))).toBe(true);
});

test('a person who stops a case says whether the rules may take its invoice again', async () => {
  const { scenarioId } = await draw(ladder());
  await debtor({ name: 'Alpha', invoices: [{ number: 'A1', dueDate: '2026-02-25', amount: 10_000 }] });
  await save([everything(scenarioId)]);
  const runOnce = async () => {
    await rest('POST /assignment/run', {});
    await api.settle(organisation);
    return (await rest<{ items: { id: string; status: string }[] }>('GET /enrolments')).body.items;
  };
  const [one] = await runOnce();
  await rest(`POST /enrolments/${one?.id}/commands`, { type: 'cancel', reason: 'à reprendre', mayReenter: true });
  await api.settle(organisation);
  const [two, before] = await runOnce();
  expect([before?.status, two?.status]).toEqual(['ended', 'live']);
  await rest(`POST /enrolments/${two?.id}/commands`, { type: 'cancel', reason: 'assez' });
  await api.settle(organisation);
  expect((await runOnce()).map(({ status }) => status)).toEqual(['ended', 'ended']);
  expect(await mutate<Preview>('assignment.preview', {})).toMatchObject({ ended: { invoices: 1 } });
});
