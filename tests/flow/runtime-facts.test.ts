import { inOrganisation, newId } from '@relance/db';
import { readFacts } from '@relance/db/queries';
import { closure, debtor, message, payment, task, taskCase } from '@relance/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callAtOnce } from '../drivers/drawings.ts';
import { enrol, makeSandbox, owe, publish, readEnrolment, type Sandbox } from '../drivers/sandbox.ts';
import { openWorld, type World } from '../drivers/world.ts';

let world: World;
let sandbox: Sandbox;
const NOW = '2026-03-20T08:00:00.000Z';

beforeAll(async () => {
  world = await openWorld();
  sandbox = await makeSandbox(world, NOW);
});

afterAll(() => world.close());

const inside = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]) =>
  inOrganisation(world.deps.app, sandbox.organisationId, work);

async function caseOf(name: string, country = 'FR') {
  const version = await publish(world, sandbox, callAtOnce());
  const invoices = await owe(world, sandbox, {
    name,
    country,
    invoices: [
      { number: `${name}-1`, dueDate: '2026-03-10', amount: 50_000 },
      { number: `${name}-2`, dueDate: '2026-02-18', amount: 20_000 },
      { number: `${name}-3`, dueDate: '2026-04-01', amount: 70_000 },
    ],
  });
  const [enrolmentId = ''] = await enrol(world, sandbox, version, invoices.slice(0, 1));
  const { debtorId, entityId } = await readEnrolment(world, sandbox, enrolmentId);
  return { enrolmentId, debtorId, entityId, invoices };
}

const read = (enrolmentId: string) =>
  inside((tx) =>
    readFacts(tx, sandbox.organisationId, {
      enrolmentId,
      now: NOW,
      fallback: { country: 'FR', timeZone: 'Europe/Paris' },
    }),
  );

const euros = (amount: number) => ({ amount, currency: 'EUR' });

test('of a debtor nobody has written to', async () => {
  const { enrolmentId } = await caseOf('Quiet');
  expect(await read(enrolmentId)).toMatchObject({
    values: {
      'invoice.balance': euros(50_000),
      'invoice.total': euros(50_000),
      'invoice.daysOverdue': 10,
      'debtor.overdue': euros(70_000),
      'debtor.overdueCount': 2,
      'debtor.oldestDays': 30,
      'debtor.gravestTone90': null,
      'debtor.lastContactDays': null,
      'debtor.brokenPromises': 0,
      'debtor.credits': euros(0),
      'debtor.kind': 'business',
      'debtor.segment': null,
      'debtor.owner': null,
    },
    issueDate: '2026-01-02',
    dueDate: '2026-03-10',
    lastContactAt: null,
    calendar: { timeZone: 'Europe/Paris', weekend: [6, 7] },
  });
});

test('messages, calls, credits, closures and the debtor’s own country count', async () => {
  const { enrolmentId, debtorId, entityId } = await caseOf('Busy', 'BE');
  const orgId = sandbox.organisationId;
  await inside(async (tx) => {
    const sent = {
      orgId,
      debtorId,
      entityId,
      currency: 'EUR',
      channel: 'email' as const,
      status: 'handed-over' as const,
      template: 'reminder-1',
      language: 'fr' as const,
      minimumDistanceDays: 5,
      to: ['a@b.example'],
      from: 'c@d.example',
      subject: '',
      text: '',
      html: '',
      messageIdHeader: '',
      reservedAt: NOW,
    };
    await tx.insert(message).values([
      { ...sent, tone: 3, handedOverAt: '2025-11-20T08:00:00.000Z' },
      { ...sent, tone: 1, handedOverAt: '2026-03-15T08:00:00.000Z' },
    ]);
    await tx.insert(task).values({
      orgId,
      kind: 'call',
      title: 'Appel',
      outcomes: [],
      debtorId,
      status: 'done',
      outcome: 'no-answer',
      createdAt: NOW,
      closedAt: '2026-03-18T15:00:00.000Z',
    });
    await tx.insert(payment).values({
      orgId,
      externalId: 'P',
      contentHash: '',
      receivedOn: '2026-03-18',
      amount: 900,
      unallocated: 900,
      currency: 'EUR',
      debtorId,
      at: NOW,
    });
    await tx.insert(closure).values({ orgId, day: '2026-08-14' });
    await tx.update(debtor).set({ segment: 'gros', owner: 'u1' }).where(eq(debtor.id, debtorId));
  });
  const facts = await read(enrolmentId);
  expect(facts.lastContactAt).toBe('2026-03-18T15:00:00.000Z');
  expect(facts.values).toMatchObject({
    'debtor.gravestTone90': 1,
    'debtor.lastContactDays': 2,
    'debtor.credits': euros(900),
    'debtor.segment': 'gros',
    'debtor.owner': 'u1',
  });
  expect(facts.calendar.timeZone).toBe('Europe/Brussels');
  expect(facts.calendar.closed).toEqual(expect.arrayContaining(['2026-07-21', '2026-08-14']));
});

test('a promise is broken two business days after its date, and one promise is one however many invoices it covers', async () => {
  const { enrolmentId, debtorId, invoices } = await caseOf('Promised');
  const orgId = sandbox.organisationId;
  const promise = (date: string) =>
    inside(async (tx) => {
      const id = newId();
      await tx.insert(task).values({
        id,
        orgId,
        kind: 'call',
        title: 'Appel',
        outcomes: [],
        debtorId,
        status: 'done',
        outcome: 'promised',
        values: { date },
        createdAt: NOW,
        closedAt: NOW,
      });
      const [invoiceId = '', other = ''] = invoices;
      const common = { orgId, taskId: id, enrolmentId, nodeId: 'call' };
      await tx.insert(taskCase).values([
        { ...common, invoiceId, visit: 1 },
        { ...common, invoiceId: other, visit: 2 },
      ]);
    });
  // Friday the 20th is today: Tuesday + 2 is yesterday, Wednesday + 2 is today
  await promise('2026-03-18');
  expect((await read(enrolmentId)).values['debtor.brokenPromises']).toBe(0);
  await promise('2026-03-17');
  expect((await read(enrolmentId)).values['debtor.brokenPromises']).toBe(1);
});
