import { inOrganisation } from '@relance/db';
import { commandCases, createImport, lockCase, recordPayments, releaseAddressWaits } from '@relance/db/queries';
import { task } from '@relance/db/schema';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { stepImport } from '@relance/worker/imports';
import { stepEnrolment } from '@relance/worker/step';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type Api } from '../drivers/api-server.ts';
import { callAtOnce, reminderThenCall } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const ROUNDS = 25;
const AT = '2026-03-09T09:00:00.000Z';

test('all that people, payments, steps and messages do to one debtor at once waits in one order: no deadlock', async () => {
  const organisation = await api.newOrganisation(AT);
  const { id: organisationId, entityId } = organisation;
  const { deps } = api.world;
  const sandbox = { organisationId, entityId };
  const numbers = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6'];
  const invoiceIds = await owe(api.world, sandbox, {
    name: 'Acier',
    invoices: numbers.map((number) => ({ number, dueDate: '2026-02-10', amount: 100_000 })),
  });
  const mails = await publish(api.world, sandbox, reminderThenCall());
  const calls = await publish(api.world, sandbox, callAtOnce());
  const enrolmentIds = [
    ...(await enrol(api.world, sandbox, mails, invoiceIds.slice(0, 3))),
    ...(await enrol(api.world, sandbox, calls, invoiceIds.slice(3))),
  ];
  const within = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]) =>
    inOrganisation(deps.app, organisationId, work);
  const debtorId = await within(async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`select id from debtor`);
    return rows[0]?.id ?? '';
  });
  for (const id of enrolmentIds) await stepEnrolment(deps, organisationId, id, null);
  const pick = <Item>(items: readonly Item[], round: number): Item => items[round % items.length] as Item;
  const key = organisation.keys.manager;

  const loops: ((round: number) => Promise<unknown>)[] = [
    ...[0, 3].map(
      (shift) => (round: number) => stepEnrolment(deps, organisationId, pick(enrolmentIds, round + shift), null),
    ),
    async () => {
      const { deliver } = await dispatchDebtor(deps, organisationId, debtorId, null);
      for (const id of deliver) await deliverMessage(deps, organisationId, id);
    },
    ...[numbers, numbers.toReversed()].map(
      (order, loop) => (round: number) =>
        within((tx) => {
          const invoiceNumbers = [pick(order, round), pick(order, round + 1), pick(order, round + 3)];
          const payment = {
            externalId: `P${loop}-${round}`,
            receivedOn: '2026-03-09',
            amount: 3,
            currency: 'EUR',
            invoiceNumbers,
          };
          return recordPayments(tx, organisationId, [payment], { actor: 'test', at: AT });
        }),
    ),
    (round) =>
      within(async (tx) => {
        const found = await lockCase(tx, organisationId, pick(enrolmentIds, round));
        if (!found) throw new Error('the case is gone');
        const command = found.held
          ? ({ type: 'resume' } as const)
          : ({ type: 'hold', until: '2026-04-01', untilAt: '2026-03-31T22:00:00.000Z' } as const);
        await commandCases(tx, organisationId, [found], command, { actor: 'test', reason: 'asked', at: AT });
      }),
    async (round) => {
      const asked = round % 2 === 0 ? { type: 'hold', until: '2026-04-01' } : { type: 'resume' };
      const { status } = await api.call(`POST /debtors/${debtorId}/commands`, {
        key,
        body: { ...asked, reason: 'asked' },
      });
      expect(status).toBe(200);
    },
    async (round) => {
      const [open] = await within((tx) =>
        tx.select().from(task).where(eq(task.status, 'open')).orderBy(asc(task.id)).limit(1),
      );
      if (!open) return;
      const asked = round % 3 === 0 ? 'complete' : 'claim';
      const body = asked === 'claim' ? {} : { rev: open.rev, outcome: 'no-answer', values: {} };
      const { status } = await api.call(`POST /tasks/${open.id}/${asked}`, { key, body });
      expect([200, 409]).toContain(status);
      if (asked === 'claim') await api.call(`POST /tasks/${open.id}/release`, { key, body: {} });
    },
    () => within((tx) => releaseAddressWaits(tx, organisationId, [debtorId], AT)),
    async (round) => {
      if (round % 5 > 0) return;
      const lines = numbers.map((number) => `${number};Acier;2026-02-10;1000,00;${900 - round},00;a@debtor.example`);
      const bytes = Buffer.from(['number;debtorRef;dueDate;total;balance;email', ...lines, ''].join('\n'));
      const file = { kind: 'invoices', filename: 'ledger.csv', bytes, createdBy: 'test', at: AT } as const;
      const id = await within((tx) => createImport(tx, organisationId, file));
      while (!(await stepImport(deps, organisationId, id, null)).done);
    },
  ];
  const before = await deadlocks();
  await Promise.all(
    loops.map(async (work) => {
      for (let round = 0; round < ROUNDS; round += 1) await work(round);
    }),
  );
  const after = await until('the statistics of the server', async () => {
    const now = await deadlocks();
    return now.transactions > before.transactions + loops.length * ROUNDS && now;
  });
  expect(after.deadlocks - before.deadlocks).toBe(0);
  const { rows } = await api.owner.execute<{ id: string }>(
    `select id from enrolment where org_id = '${organisationId}' and incident_code is not null`,
  );
  expect(rows).toEqual([]);
});

async function deadlocks(): Promise<{ deadlocks: number; transactions: number }> {
  const { rows } = await api.owner.execute<{ deadlocks: number; transactions: number }>(
    sql`select deadlocks::int, (xact_commit + xact_rollback)::int as transactions from pg_stat_database where datname = current_database()`,
  );
  const [row] = rows;
  if (!row) throw new Error('the server counts nothing');
  return row;
}
