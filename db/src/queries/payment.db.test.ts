import type { Graph } from '@relance/workflows/scenario';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../tests/setup/database.ts';
import { inOrganisation, newId, openDatabase, type Database, type Tx } from '../index.ts';
import * as t from '../schema/index.ts';
import { recordPayments, settle, type NewPayment } from './index.ts';

const AT = '2026-11-23T07:30:00.000Z';
const CONTEXT = { actor: 'key:test', at: AT };

let fresh: FreshDatabase;
let app: Database;
let org = '';
let ids = { entity: '', debtor: '', account: '', scenario: '', version: '' };

const work = <Result>(run: (tx: Tx) => Promise<Result>): Promise<Result> => inOrganisation(app, org, run);
const record = (...payments: NewPayment[]) => work((tx) => recordPayments(tx, org, payments, CONTEXT));
const money = (externalId: string, amount: number, more: Partial<NewPayment> = {}): NewPayment => ({
  externalId,
  receivedOn: '2026-11-22',
  amount,
  currency: 'EUR',
  ...more,
});

beforeAll(async () => {
  fresh = await freshDatabase();
  app = openDatabase(fresh.app, { max: 4 });
});
afterAll(async () => {
  await app.$client.end();
  await fresh.drop();
});

beforeEach(async () => {
  org = newId();
  ids = { entity: newId(), debtor: newId(), account: newId(), scenario: newId(), version: newId() };
  await work(async (tx) => {
    await tx.insert(t.organisation).values({ id: org, name: 'Test', sandbox: true });
    await tx.insert(t.entity).values({ id: ids.entity, orgId: org, name: 'Lumen' });
    await tx.insert(t.debtor).values({ id: ids.debtor, orgId: org, name: 'Client', externalRef: 'C1' });
    await tx
      .insert(t.account)
      .values({ id: ids.account, orgId: org, entityId: ids.entity, debtorId: ids.debtor, ref: 'C1' });
    const settings = { currency: 'EUR', calendar: 'FR', timeZone: 'Europe/Paris', minimumDistanceDays: 5 };
    const graph: Graph = { formatVersion: 1, settings, nodes: [], edges: [] };
    await tx
      .insert(t.scenario)
      .values({ id: ids.scenario, orgId: org, name: 'S', graph, updatedAt: AT, updatedBy: 'user:1' });
    await tx.insert(t.scenarioVersion).values({
      id: ids.version,
      orgId: org,
      scenarioId: ids.scenario,
      version: 1,
      graph,
      plan: { format: 1, settings, start: 's', nodes: {} },
      planHash: 'x',
      publishedAt: AT,
      publishedBy: 'user:1',
    });
  });
});

async function bill(number: string, balance: number): Promise<string> {
  const id = newId();
  await work((tx) =>
    tx.insert(t.invoice).values({
      id,
      orgId: org,
      entityId: ids.entity,
      accountId: ids.account,
      debtorId: ids.debtor,
      number,
      dueDate: '2026-10-31',
      total: balance,
      balance,
      currency: 'EUR',
      updatedAt: AT,
    }),
  );
  return id;
}

async function enrol(invoiceId: string): Promise<string> {
  const id = newId();
  await work((tx) =>
    tx.insert(t.enrolment).values({
      id,
      orgId: org,
      invoiceId,
      debtorId: ids.debtor,
      entityId: ids.entity,
      scenarioId: ids.scenario,
      versionId: ids.version,
      enrolledAt: AT,
      enrolledBy: 'user:1',
    }),
  );
  return id;
}

async function callTask(...cases: { enrolmentId: string; invoiceId: string }[]): Promise<string> {
  const id = newId();
  await work(async (tx) => {
    await tx
      .insert(t.task)
      .values({ id, orgId: org, kind: 'call', title: 'Call', outcomes: [], debtorId: ids.debtor, createdAt: AT });
    await tx
      .insert(t.taskCase)
      .values(cases.map((each) => ({ ...each, orgId: org, taskId: id, nodeId: 'call', visit: 1 })));
  });
  return id;
}

async function message(status: 'reserved' | 'attempting', ...invoiceIds: string[]): Promise<string> {
  const id = newId();
  await work(async (tx) => {
    await tx.insert(t.message).values({
      id,
      orgId: org,
      debtorId: ids.debtor,
      entityId: ids.entity,
      currency: 'EUR',
      channel: 'email',
      status,
      template: 'reminder-1',
      language: 'fr',
      tone: 1,
      minimumDistanceDays: 5,
      to: ['a@b.example'],
      from: 'x@y.example',
      subject: 's',
      text: 't',
      html: 'h',
      messageIdHeader: `<${id}@relance>`,
      reservedAt: AT,
    });
    await tx
      .insert(t.messageInvoice)
      .values(invoiceIds.map((invoiceId) => ({ messageId: id, invoiceId, orgId: org, demanded: true, balance: 1 })));
  });
  return id;
}

async function contact(enrolmentId: string, invoiceId: string, messageId: string | null): Promise<string> {
  const id = newId();
  await work((tx) =>
    tx.insert(t.contact).values({
      id,
      orgId: org,
      enrolmentId,
      invoiceId,
      debtorId: ids.debtor,
      entityId: ids.entity,
      currency: 'EUR',
      nodeId: 'mail',
      visit: 1,
      channel: 'email',
      template: 'reminder-1',
      tone: 1,
      recipients: ['billing'],
      minimumDistanceDays: 5,
      status: messageId ? 'reserved' : 'planned',
      messageId,
      plannedAt: AT,
      slotAt: AT,
    }),
  );
  return id;
}

const read = {
  invoice: (id: string) => work((tx) => tx.select().from(t.invoice).where(eq(t.invoice.id, id))),
  contact: (id: string) => work((tx) => tx.select().from(t.contact).where(eq(t.contact.id, id))),
  task: (id: string) => work((tx) => tx.select().from(t.task).where(eq(t.task.id, id))),
  messages: () => work((tx) => tx.select({ id: t.message.id, status: t.message.status }).from(t.message)),
  enrolment: (id: string) => work((tx) => tx.select().from(t.enrolment).where(eq(t.enrolment.id, id))),
  events: (id: string) =>
    work((tx) => tx.select().from(t.event).where(eq(t.event.enrolmentId, id)).orderBy(t.event.no)),
  outbox: () => work((tx) => tx.select({ kind: t.outbox.kind, id: t.outbox.id }).from(t.outbox)),
};

describe('recording payments', () => {
  test('the same external id and content is the same payment, other content a conflict', async () => {
    const id = await bill('F1', 100);
    const [first] = await record(money('P1', 40, { invoiceNumbers: ['F1'] }));
    expect(first).toMatchObject({ status: 'created', allocations: [{ invoiceId: id, amount: 40 }], unallocated: 0 });
    const [again] = await record(money('P1', 40, { invoiceNumbers: ['F1'] }));
    expect(again).toEqual({ ...first, status: 'same' });
    const [other] = await record(money('P1', 41, { invoiceNumbers: ['F1'] }));
    expect(other?.status).toBe('conflict');
    expect(await read.invoice(id)).toMatchObject([{ balance: 60, status: 'open' }]);
  });

  test('one call tells repeats apart by row', async () => {
    await bill('F1', 100);
    const results = await record(money('P1', 40), money('P1', 40), money('P1', 41), money('P2', 5));
    expect(results.map((each) => each.status)).toEqual(['created', 'same', 'conflict', 'created']);
  });

  test('two at once write it once', async () => {
    const id = await bill('F1', 100);
    const both = await Promise.all(
      [1, 2].map(() =>
        record(money('P1', 40, { invoiceNumbers: ['F1'] }), money('P2', 10, { invoiceNumbers: ['F1'] })),
      ),
    );
    expect(new Set(both.map((each) => each[0]?.status))).toEqual(new Set(['created', 'same']));
    expect(await read.invoice(id)).toMatchObject([{ balance: 50 }]);
  });

  test('many payments at once', async () => {
    const numbers = Array.from({ length: 400 }, (_, index) => `F${index}`);
    await work(async (tx) => {
      await tx.insert(t.invoice).values(
        numbers.map((number) => ({
          orgId: org,
          entityId: ids.entity,
          accountId: ids.account,
          debtorId: ids.debtor,
          number,
          dueDate: '2026-10-31',
          total: 100,
          balance: 100,
          currency: 'EUR',
          updatedAt: AT,
        })),
      );
    });
    const results = await record(...numbers.map((number) => money(`P-${number}`, 100, { invoiceNumbers: [number] })));
    expect(results.every((each) => each.status === 'created' && each.unallocated === 0)).toBe(true);
    const open = await work((tx) => tx.select().from(t.invoice).where(eq(t.invoice.status, 'open')));
    expect(open).toEqual([]);
  });
});

describe('payment in full', () => {
  test('closes what asks for it, in the same transaction and without any worker', async () => {
    const invoiceId = await bill('F1', 100);
    const enrolmentId = await enrol(invoiceId);
    const taskId = await callTask({ enrolmentId, invoiceId });
    const contactId = await contact(enrolmentId, invoiceId, null);
    await record(money('P1', 100, { invoiceNumbers: ['F1'] }));
    expect(await read.invoice(invoiceId)).toMatchObject([{ balance: 0, status: 'paid' }]);
    expect(await read.enrolment(enrolmentId)).toMatchObject([{ status: 'live', closing: 'paid' }]);
    expect(await read.events(enrolmentId)).toMatchObject([
      { no: 1, kind: 'paid', data: { by: 'money' }, consumedSeq: null },
    ]);
    expect(await read.contact(contactId)).toMatchObject([{ status: 'cancelled', reason: 'paid', slotAt: null }]);
    expect(await read.task(taskId)).toMatchObject([{ status: 'cancelled', closedReason: 'paid', rev: 2 }]);
    expect(await read.outbox()).toEqual([{ kind: 'enrolment', id: enrolmentId }]);
    const trail = await work((tx) => tx.select().from(t.audit).orderBy(t.audit.id));
    expect(trail.map((row) => row.kind).sort()).toEqual(['contact-cancelled', 'paid', 'payment-recorded', 'task-left']);
  });

  test('a shared task loses that case alone', async () => {
    const [one, other] = [await bill('F1', 100), await bill('F2', 70)];
    const cases = [
      { enrolmentId: await enrol(one), invoiceId: one },
      { enrolmentId: await enrol(other), invoiceId: other },
    ];
    const taskId = await callTask(...cases);
    await record(money('P1', 100, { invoiceNumbers: ['F1'] }));
    expect(await read.task(taskId)).toMatchObject([{ status: 'open', rev: 2 }]);
    await record(money('P2', 70, { invoiceNumbers: ['F2'] }));
    expect(await read.task(taskId)).toMatchObject([{ status: 'cancelled', rev: 3 }]);
  });

  test('a reserved message that names the invoice is written anew for the others', async () => {
    const [one, other] = [await bill('F1', 100), await bill('F2', 70)];
    const reserved = await message('reserved', one, other);
    const paid = await contact(await enrol(one), one, reserved);
    const waiting = await contact(await enrol(other), other, reserved);
    await record(money('P1', 100, { invoiceNumbers: ['F1'] }));
    expect(await read.contact(paid)).toMatchObject([{ status: 'cancelled', messageId: null }]);
    expect(await read.contact(waiting)).toMatchObject([{ status: 'planned', messageId: null, slotAt: AT }]);
    expect(await read.messages()).toEqual([]);
    expect(await read.outbox()).toContainEqual({ kind: 'debtor', id: ids.debtor });
  });

  test('what is being handed over is left to its fate', async () => {
    const invoiceId = await bill('F1', 100);
    const attempting = await message('attempting', invoiceId);
    const contactId = await contact(await enrol(invoiceId), invoiceId, attempting);
    await record(money('P1', 100, { invoiceNumbers: ['F1'] }));
    expect(await read.contact(contactId)).toMatchObject([{ status: 'reserved', messageId: attempting }]);
    expect(await read.messages()).toEqual([{ id: attempting, status: 'attempting' }]);
  });
});

describe('other changes of balance', () => {
  test('a part payment tells the case what is left and withdraws nothing', async () => {
    const invoiceId = await bill('F1', 100);
    const enrolmentId = await enrol(invoiceId);
    const contactId = await contact(enrolmentId, invoiceId, null);
    await record(money('P1', 40, { invoiceNumbers: ['F1'] }));
    expect(await read.enrolment(enrolmentId)).toMatchObject([{ closing: null }]);
    expect(await read.events(enrolmentId)).toMatchObject([
      { kind: 'balance-changed', data: { balance: { amount: 60, currency: 'EUR' } } },
    ]);
    expect(await read.contact(contactId)).toMatchObject([{ status: 'planned' }]);
  });

  test('a raised balance opens the invoice again and un-ends no enrolment', async () => {
    const invoiceId = await bill('F1', 100);
    const enrolmentId = await enrol(invoiceId);
    await record(money('P1', 100, { invoiceNumbers: ['F1'] }));
    await work((tx) => tx.update(t.enrolment).set({ status: 'ended' }).where(eq(t.enrolment.id, enrolmentId)));
    await work((tx) => settle(tx, org, [{ invoiceId, balance: 30, by: 'credit' }], CONTEXT));
    expect(await read.invoice(invoiceId)).toMatchObject([{ balance: 30, status: 'open' }]);
    expect(await read.enrolment(enrolmentId)).toMatchObject([{ status: 'ended' }]);
    expect(await read.events(enrolmentId)).toHaveLength(1);
  });
});
