import { appRouter, policy } from '@relance/api/testing';
import { newId } from '@relance/db';
import { ROLES, type Role } from '@relance/db/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce } from '../drivers/drawings.ts';
import { owe } from '../drivers/sandbox.ts';

const names = Object.keys(appRouter._def.procedures);

test('the policy names every procedure and nothing else', () => {
  expect(Object.keys(policy).toSorted()).toEqual(names.toSorted());
});

test('only health is open to anyone', () => {
  expect(Object.entries(policy).filter(([, rule]) => rule === 'anyone')).toEqual([['health.get', 'anyone']]);
});

const SESSION = ['session.me', 'session.setPreferences', 'session.setOrganisation'];
const LEDGER = ['members.list', 'invoices.list', 'invoices.get', 'debtors.list', 'debtors.get', 'clock.get'];
const CASES = [
  'enrolments.list',
  'enrolments.get',
  'enrolments.timeline',
  'enrolments.graph',
  'contacts.list',
  'messages.list',
  'messages.get',
];

test.each([
  ['legal', [...SESSION, ...LEDGER, ...CASES]],
  ['sales', [...SESSION, ...LEDGER]],
  ['agency', SESSION],
] as const)(
  '%s may read what its work needs and nothing more, and changes nothing but its session',
  (role, expected) => {
    const may = Object.entries(policy).filter(([, rule]) => rule !== 'anyone' && rule.includes(role));
    expect(may.map(([name]) => name).sort()).toEqual([...expected].sort());
  },
);

test.each([
  ['organisations.create', ['manager']],
  ['organisation.update', ['manager', 'admin']],
  ['organisation.setMailServer', ['manager', 'admin']],
  ['organisation.testMail', ['manager', 'admin']],
  ['organisation.setSending', ['manager', 'collector', 'admin']],
  ['closures.set', ['manager', 'admin']],
  ['imports.create', ['manager', 'admin']],
  ['imports.confirmClosing', ['manager', 'admin']],
  ['imports.undoPreview', ['manager', 'admin']],
  ['imports.undo', ['manager', 'admin']],
  ['imports.forgetReading', ['manager', 'admin']],
  ['entities.update', ['manager', 'admin']],
  ['entities.list', ['manager', 'collector', 'admin']],
  ['invitations.create', ['manager', 'admin']],
  ['members.setRole', ['manager', 'admin']],
  ['members.remove', ['manager', 'admin']],
])('%s is for %s', (name, roles) => {
  expect(policy[name]).toEqual(roles);
});

describe('a procedure', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  /** The status of what one procedure answers to somebody who gives it nothing; null: it let him in. */
  async function refusal(name: string, role: Role | null): Promise<number | null> {
    const person = {
      actor: 'user:1',
      assignee: '1',
      organisationId: newId(),
      language: null,
      keyId: null,
      session: null,
    };
    const caller = role && { ...person, role };
    const all = appRouter.createCaller({ deps: api.deps, caller, tx: null });
    const [group = '', call = ''] = name.split('.');
    const groups = all as unknown as Record<string, Record<string, () => Promise<unknown>>>;
    return await Promise.resolve(groups[group]?.[call]?.()).then(
      () => null,
      (error: { cause?: { status?: number } }) => error.cause?.status ?? 500,
    );
  }

  test('refuses every role that the policy does not name, and whoever has not signed in', async () => {
    for (const [name, rule] of Object.entries(policy)) {
      if (rule === 'anyone') continue;
      expect({ name, refused: await refusal(name, null) }).toEqual({ name, refused: 401 });
      for (const role of ROLES) {
        if (rule.includes(role)) continue;
        expect({ name, role, refused: await refusal(name, role) }).toEqual({ name, role, refused: 403 });
      }
    }
  });
});

describe('organisations', () => {
  let api: Api;
  let own: Organisation;
  let foreign: Organisation;
  beforeAll(async () => {
    api = await startApi();
    [own, foreign] = [await api.newOrganisation(), await api.newOrganisation()];
  });
  afterAll(() => api.close());

  test('what belongs to another is 404, and lists and filters hold none of it', async () => {
    const [invoiceId] = await owe(
      api.world,
      { organisationId: foreign.id, entityId: foreign.entityId },
      { name: 'Acier', invoices: [{ number: 'F1', dueDate: '2026-02-20', amount: 10_000 }] },
    );
    const theirs = foreign.keys.manager;
    const { body: scenario } = await api.call<{ id: string; rev: number }>('POST /scenarios', {
      key: theirs,
      body: { name: 'Essai', graph: callAtOnce() },
    });
    await api.call(`POST /scenarios/${scenario.id}/publish`, { key: theirs, body: { rev: scenario.rev } });
    await api.call('POST /enrolments', { key: theirs, body: { scenarioId: scenario.id, invoiceIds: [invoiceId] } });
    await api.settle(foreign);
    const first = async (noun: string): Promise<string> =>
      (await api.call<{ items: { id: string }[] }>(`GET /${noun}`, { key: theirs })).body.items[0]?.id ?? '';
    const [enrolmentId, taskId, debtorId] = [await first('enrolments'), await first('tasks'), await first('debtors')];

    const key = own.keys.manager;
    for (const [line, body] of [
      [`GET /invoices/${invoiceId}`],
      [`GET /debtors/${debtorId}`],
      [`GET /scenarios/${scenario.id}`],
      [`GET /enrolments/${enrolmentId}`],
      [`GET /enrolments/${enrolmentId}/timeline`],
      [`GET /tasks/${taskId}`],
      [`POST /tasks/${taskId}/claim`, {}],
      [`POST /tasks/${taskId}/complete`, { rev: 1, outcome: 'no-answer', values: {} }],
      [`POST /enrolments/${enrolmentId}/commands`, { type: 'cancel', reason: 'x' }],
      [`POST /scenarios/${scenario.id}/publish`, { rev: 1 }],
      ['POST /enrolments', { scenarioId: scenario.id, invoiceIds: [] }],
      [
        'POST /payments',
        {
          externalId: 'x',
          receivedOn: '2026-01-01',
          amount: { amount: '1', currency: 'EUR' },
          entityId: foreign.entityId,
        },
      ],
    ] as const) {
      const reply = await api.call(line, { key, body });
      expect([line, reply.status]).toEqual([line, 404]);
    }
    for (const noun of [
      'invoices',
      'debtors',
      'scenarios',
      'enrolments',
      'tasks',
      'contacts',
      'messages',
      'payments',
    ]) {
      const filter = ['invoices', 'enrolments', 'tasks', 'contacts'].includes(noun) ? `?debtorId=${debtorId}` : '';
      expect((await api.call(`GET /${noun}${filter}`, { key })).body).toEqual({ items: [], nextCursor: null });
    }
    expect((await api.call(`GET /tasks/${taskId}`, { key: theirs })).body).toMatchObject({ status: 'open', rev: 1 });
  });
});
