import { newId } from '@relance/db';
import { closure, task, taskCase } from '@relance/db/schema';
import { slotFor } from '@relance/workflows/policy';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dispatchWorld, START, type DispatchWorld } from '../setup/dispatch-world.ts';

let world: DispatchWorld;
let entityId: string;

beforeAll(async () => {
  world = await dispatchWorld();
  entityId = await world.addEntity();
});
afterAll(() => world.close());

async function sent(debtorId: string) {
  const { deliver } = await dispatchDebtor(world.deps, world.orgId, debtorId, null);
  for (const id of deliver) await deliverMessage(world.deps, world.orgId, id);
  const [message] = (await world.messages()).filter((row) => deliver.includes(row.id));
  if (!message) throw new Error('nothing was sent');
  return message;
}

describe('language', () => {
  test.each([
    ['fr', null, 'Petit rappel'],
    ['en', null, 'A quick reminder'],
    ['fr', 'en', 'A quick reminder'],
    ['en', 'fr', 'Petit rappel'],
  ] as const)('entity %s, debtor %s: "%s"', async (ofEntity, ofDebtor, subject) => {
    const debtorId = await world.addDebtor({ language: ofDebtor });
    await world.addCase({ debtorId, entityId: await world.addEntity({ language: ofEntity }) });
    expect((await sent(debtorId)).subject).toContain(subject);
  });

  test('law follows the kind of debtor and the country of the contract, not the language', async () => {
    const debtorId = await world.addDebtor({ language: 'en', kind: 'public' });
    await world.addCase({ debtorId, entityId, contact: { template: 'reminder-2', tone: 2 } });
    expect((await sent(debtorId)).text).toContain('Public Procurement Code');
  });
});

describe('dates', () => {
  test('the answer is asked for by the hand-over day plus the longest time, in open days where it says so', async () => {
    await world.within((tx) => tx.insert(closure).values({ orgId: world.orgId, day: '2026-03-04' }));
    const debtorId = await world.addDebtor();
    const answerIn = (amount: number, unit: 'day' | 'business-day') => ({
      template: 'before-formal-notice',
      tone: 3,
      answerIn: { amount, unit },
    });
    await world.addCase({ debtorId, entityId, contact: answerIn(5, 'business-day') });
    await world.addCase({ debtorId, entityId, contact: answerIn(2, 'day') });
    const message = await sent(debtorId);
    expect(message.answerBy).toBe('2026-03-10');
    expect(message.text).toContain('10 mars 2026');
    const ids = (await world.contacts()).filter((row) => row.messageId === message.id).map((row) => row.id);
    const settled = (await world.settlements()).filter((row) => ids.includes(row.cause ?? ''));
    expect(settled.map((row) => row.data.answerBy)).toEqual(['2026-03-10', '2026-03-10']);
  });

  test('earlier messages about the same invoices are named', async () => {
    const debtorId = await world.addDebtor();
    const case1 = await world.addCase({ debtorId, entityId });
    await sent(debtorId);
    await world.setNow(world.later(6));
    await world.addContact({ ...case1, debtorId, entityId }, { nodeId: 'mail2', template: 'reminder-2', tone: 2 });
    expect((await sent(debtorId)).text).toContain('Notre précédent message\u00a0: 2 mars 2026.');
    await world.setNow(START);
  });

  test('a slot carries the jitter of its debtor and nothing leaves before it', async () => {
    const debtorId = await world.addDebtor();
    const slotAt = slotFor(START, debtorId);
    await world.addCase({ debtorId, entityId, contact: { slotAt } });
    if (slotAt !== START) {
      expect((await dispatchDebtor(world.deps, world.orgId, debtorId, null)).deliver).toEqual([]);
    }
    await world.setNow(slotAt);
    expect(await sent(debtorId)).toMatchObject({ status: 'handed-over', handedOverAt: slotAt });
    await world.setNow(START);
  });
});

describe('the recap of a call', () => {
  test('says when the call was and what was promised', async () => {
    const debtorId = await world.addDebtor();
    const { enrolmentId, invoiceId } = await world.addCase({
      debtorId,
      entityId,
      contact: { template: 'call-recap', tone: 0 },
    });
    const taskId = newId();
    const values = { date: '2026-03-16', amount: { amount: 100_00, currency: 'EUR' } };
    await world.within(async (tx) => {
      await tx.insert(task).values({
        id: taskId,
        orgId: world.orgId,
        kind: 'call',
        title: 'call',
        outcomes: [],
        debtorId,
        status: 'done',
        outcome: 'promised',
        values,
        createdAt: START,
        closedAt: START,
      });
      await tx
        .insert(taskCase)
        .values({ orgId: world.orgId, taskId, enrolmentId, invoiceId, nodeId: 'call1', visit: 1, outcome: 'promised' });
    });
    const { subject, text } = await sent(debtorId);
    expect(subject).toBe('Suite à notre échange du 2 mars 2026');
    expect(text).toContain('Vous m’avez annoncé le règlement suivant\u00a0:\n100,00\u00a0€ le 16 mars 2026.');
  });

  test('an invoice of which something else was said has its own promise, not that of the others', async () => {
    const debtorId = await world.addDebtor();
    const { enrolmentId, invoiceId } = await world.addCase({
      debtorId,
      entityId,
      contact: { template: 'call-recap', tone: 0 },
    });
    const taskId = newId();
    const own = { date: '2026-03-20', amount: { amount: 40_00, currency: 'EUR' } };
    await world.within(async (tx) => {
      await tx.insert(task).values({
        id: taskId,
        orgId: world.orgId,
        kind: 'call',
        title: 'call',
        outcomes: [],
        debtorId,
        status: 'done',
        outcome: 'disputed',
        values: { reason: 'quality' },
        createdAt: START,
        closedAt: START,
      });
      await tx.insert(taskCase).values({
        orgId: world.orgId,
        taskId,
        enrolmentId,
        invoiceId,
        nodeId: 'call1',
        visit: 1,
        outcome: 'promised',
        values: own,
      });
    });
    expect((await sent(debtorId)).text).toContain('40,00\u00a0€ le 20 mars 2026.');
  });

  test('without a call does not leave', async () => {
    const debtorId = await world.addDebtor();
    const { contactId } = await world.addCase({ debtorId, entityId, contact: { template: 'call-recap', tone: 0 } });
    await dispatchDebtor(world.deps, world.orgId, debtorId, null);
    expect(await world.contact(contactId)).toMatchObject({ waitingFor: 'refused', reason: 'missing: call_date' });
  });
});
