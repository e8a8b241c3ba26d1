import { recordPayments, releaseAddressWaits, releaseWaits } from '@relance/db/queries';
import { contact, debtor, enrolment, entity, person } from '@relance/db/schema';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { procedures } from '../drivers/procedures.ts';
import { dispatchWorld, START, type DispatchWorld } from '../setup/dispatch-world.ts';

let world: DispatchWorld;
let entityId: string;

beforeAll(async () => {
  world = await dispatchWorld();
  entityId = await world.addEntity();
});
afterAll(() => world.close());

const dispatch = (debtorId: string) => dispatchDebtor(world.deps, world.orgId, debtorId, null);
const messagesTo = async (debtorId: string) => (await world.messages()).filter((row) => row.debtorId === debtorId);
const auditsOf = async (enrolmentId: string) =>
  (await world.audits()).filter((row) => row.enrolmentId === enrolmentId).map(({ kind, reason }) => [kind, reason]);

async function work(debtorId: string): Promise<void> {
  for (;;) {
    const { deliver } = await dispatch(debtorId);
    if (deliver.length === 0) return;
    for (const id of deliver) await deliverMessage(world.deps, world.orgId, id);
  }
}

describe('a payment', () => {
  const pay = (number: string, amount: number) =>
    world.within((tx) =>
      recordPayments(
        tx,
        world.orgId,
        [
          {
            externalId: `P-${number}`,
            receivedOn: '2026-03-02',
            amount,
            currency: 'EUR',
            entityId: null,
            debtorRef: null,
            invoiceNumbers: [number],
            reference: null,
          },
        ],
        { actor: 'test', at: START },
      ),
    );

  test('in full between reservation and delivery: nothing leaves, the others leave without it', async () => {
    const debtorId = await world.addDebtor();
    const paid = await world.addCase({ debtorId, entityId, invoice: { number: 'F-PAID' } });
    const open = await world.addCase({ debtorId, entityId, invoice: { number: 'F-OPEN' } });
    const [reserved] = (await dispatch(debtorId)).deliver;
    await pay('F-PAID', 100_00);
    await deliverMessage(world.deps, world.orgId, reserved ?? '');
    expect((await world.mails()).filter((mail) => mail.messageId === reserved)).toEqual([]);
    await work(debtorId);
    expect(await world.contact(paid.contactId)).toMatchObject({ status: 'cancelled', reason: 'paid' });
    expect(await world.contact(open.contactId)).toMatchObject({ status: 'sent' });
    const [message] = await messagesTo(debtorId);
    expect(message?.text).toContain('F-OPEN');
    expect(message?.text).not.toContain('F-PAID');
  });

  test('of the only invoice leaves no message at all', async () => {
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId, invoice: { number: 'F-ONLY' } });
    const [reserved] = (await dispatch(debtorId)).deliver;
    await pay('F-ONLY', 100_00);
    await deliverMessage(world.deps, world.orgId, reserved ?? '');
    await work(debtorId);
    expect(await messagesTo(debtorId)).toEqual([]);
    expect(await dispatch(debtorId)).toMatchObject({ done: true, wakeInMs: null });
  });

  test('that races with dispatch and delivery: each case ends one way, and what was paid first was not asked for', async () => {
    const cases = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const debtorId = await world.addDebtor();
        const number = `F-RACE-${index}`;
        const made = await world.addCase({ debtorId, entityId, invoice: { number } });
        await world.addCase({ debtorId, entityId });
        return { debtorId, number, ...made };
      }),
    );
    await Promise.all(cases.flatMap(({ debtorId, number }) => [work(debtorId), pay(number, 100_00), work(debtorId)]));
    for (const { debtorId } of cases) await work(debtorId);
    const mails = await world.mails();
    for (const { debtorId, contactId } of cases) {
      const { status, messageId } = await world.contact(contactId);
      expect(['sent', 'cancelled', 'not-sent']).toContain(status);
      const sent = (await messagesTo(debtorId)).filter((row) => row.status === 'handed-over');
      const standing = (await world.messageInvoices()).filter((row) => row.messageId === messageId);
      if (status === 'sent') expect(standing).toHaveLength(2);
      expect(sent).toHaveLength((await messagesTo(debtorId)).length);
      for (const { id } of sent) expect(mails.filter((mail) => mail.messageId === id)).toHaveLength(1);
    }
  });

  test('that no transaction withdrew is seen by the guard: dropped, with reason and event', async () => {
    const debtorId = await world.addDebtor();
    const { contactId, enrolmentId } = await world.addCase({
      debtorId,
      entityId,
      invoice: { balance: 0, status: 'paid' },
    });
    await work(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'not-sent', reason: 'paid', slotAt: null });
    const settled = (await world.settlements()).filter((row) => row.enrolmentId === enrolmentId);
    expect(settled.map((row) => row.data)).toMatchObject([{ contactId, status: 'not-sent', reason: 'paid' }]);
    expect(await auditsOf(enrolmentId)).toEqual([['contact-dropped', 'paid']]);
  });
});

describe('waiting for a person', () => {
  test('a held case waits and leaves when it is resumed; its invoice is not listed meanwhile', async () => {
    const debtorId = await world.addDebtor();
    const held = await world.addCase({ debtorId, entityId, enrolment: { held: true } });
    const other = await world.addCase({ debtorId, entityId });
    await work(debtorId);
    expect(await world.contact(held.contactId)).toMatchObject({ status: 'planned', slotAt: null, waitingFor: 'hold' });
    const [message] = await messagesTo(debtorId);
    const standing = (await world.messageInvoices()).filter((row) => row.messageId === message?.id);
    expect(standing.map((row) => row.invoiceId)).toEqual([other.invoiceId]);
    const before = (await world.audits()).length;
    await work(debtorId);
    expect(await world.audits()).toHaveLength(before);

    await world.within((tx) => tx.update(enrolment).set({ held: false }).where(eq(enrolment.id, held.enrolmentId)));
    await work(debtorId);
    expect(await world.contact(held.contactId)).toMatchObject({
      status: 'planned',
      slotAt: world.later(5),
      waitingFor: null,
    });
  });

  test('an excluded debtor is not written to until it is included again', async () => {
    const debtorId = await world.addDebtor({ excluded: true });
    const { contactId } = await world.addCase({ debtorId, entityId });
    await work(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'planned', slotAt: null, waitingFor: 'exclusion' });
    await world.within(async (tx) => {
      await tx.update(debtor).set({ excluded: false }).where(eq(debtor.id, debtorId));
      await releaseWaits(tx, world.orgId, { waitingFor: 'exclusion', debtorIds: [debtorId] }, START);
    });
    await work(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
  });

  test('no usable address: one task for the debtor, and the contacts leave when one turns up', async () => {
    const debtorId = await world.addDebtor({}, []);
    await world.within((tx) =>
      tx.insert(person).values({ orgId: world.orgId, debtorId, email: 'old@client.example', emailStatus: 'bounced' }),
    );
    const one = await world.addCase({ debtorId, entityId });
    const two = await world.addCase({ debtorId, entityId });
    await work(debtorId);
    await work(debtorId);
    for (const { contactId } of [one, two])
      expect(await world.contact(contactId)).toMatchObject({ status: 'planned', slotAt: null, waitingFor: 'address' });
    const tasks = (await world.tasks()).filter((row) => row.debtorId === debtorId);
    expect(tasks).toMatchObject([{ kind: 'address', status: 'open' }]);
    expect(tasks[0]?.outcomes.map(({ id }) => id)).toEqual(['found', 'none']);
    expect(await dispatch(debtorId)).toMatchObject({ done: true, wakeInMs: null, deliver: [] });

    expect(await world.within((tx) => releaseAddressWaits(tx, world.orgId, [debtorId], START))).toBe(0);
    await world.within(async (tx) => {
      await tx.insert(person).values({ orgId: world.orgId, debtorId, email: 'new@client.example' });
      expect(await releaseAddressWaits(tx, world.orgId, [debtorId], START)).toBe(2);
    });
    await work(debtorId);
    expect(await messagesTo(debtorId)).toMatchObject([{ to: ['new@client.example'], status: 'handed-over' }]);
    expect((await world.tasks()).filter((row) => row.debtorId === debtorId)).toMatchObject([
      { status: 'cancelled', closedReason: 'address-known' },
    ]);
  });

  test('without means of payment nothing leaves, visibly, until the company has them', async () => {
    const poor = await world.addEntity({ iban: null });
    const debtorId = await world.addDebtor();
    const { contactId, enrolmentId } = await world.addCase({
      debtorId,
      entityId: poor,
      contact: { template: 'reminder-2', tone: 2 },
    });
    const mild = await world.addCase({ debtorId, entityId });
    await work(debtorId);
    expect(await world.contact(contactId)).toMatchObject({
      status: 'planned',
      slotAt: null,
      waitingFor: 'refused',
      reason: 'missing: payment_block',
    });
    expect(await auditsOf(enrolmentId)).toEqual([['contact-waiting', 'missing: payment_block']]);
    // what was to wait for the graver message leaves, since that one did not
    expect(await world.contact(mild.contactId)).toMatchObject({ status: 'sent' });

    await world.setNow(world.later(6));
    await world.within(async (tx) => {
      await tx.update(entity).set({ iban: 'FR7630006000011234567890189' }).where(eq(entity.id, poor));
      await releaseWaits(tx, world.orgId, { waitingFor: 'refused', entityIds: [poor] }, world.later(6));
    });
    await work(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
    await world.setNow(START);
  });

  test('a severe word whose scenario asked before in vain waits for a person, and leaves once somebody has read it', async () => {
    const debtorId = await world.addDebtor();
    const answerIn = { amount: 8, unit: 'day' as const };
    const severe = { nodeId: 'severe', template: 'before-formal-notice', tone: 3, answerIn };
    const { contactId, enrolmentId } = await world.addCase({ debtorId, entityId, contact: severe });
    await work(debtorId);
    const reason = 'nothing-asked-before';
    expect(await world.contact(contactId)).toMatchObject({
      status: 'planned',
      slotAt: null,
      waitingFor: 'person',
      reason,
    });
    expect(await auditsOf(enrolmentId)).toEqual([['contact-waiting', reason]]);
    // it is read as it would leave
    const outbox = procedures(world.app, world.orgId, 'collector').outbox;
    expect(await outbox.preview({ debtorId, entityId, currency: 'EUR' })).toMatchObject({
      messages: [{ contactIds: [contactId], template: 'before-formal-notice' }],
      kept: [],
    });
    await world.within((tx) =>
      tx
        .update(contact)
        .set({ confirmedAt: START, slotAt: START, waitingFor: null, reason: null })
        .where(eq(contact.id, contactId)),
    );
    await work(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
  });

  test('a scenario that begins with a severe word sends it', async () => {
    const debtorId = await world.addDebtor();
    const severe = { template: 'before-formal-notice', tone: 3, answerIn: { amount: 8, unit: 'day' as const } };
    const { contactId } = await world.addCase({ debtorId, entityId, contact: severe });
    await work(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
  });

  test('one that waits for confirmation is left alone', async () => {
    const debtorId = await world.addDebtor();
    const { contactId } = await world.addCase({
      debtorId,
      entityId,
      contact: { slotAt: null, waitingFor: 'confirmation' },
    });
    expect(await dispatch(debtorId)).toMatchObject({ done: true, deliver: [] });
    expect(await world.contact(contactId)).toMatchObject({ status: 'planned', waitingFor: 'confirmation' });
  });
});

describe('runs', () => {
  test('a later step of a run that another has replaced does nothing', async () => {
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId, contact: { slotAt: world.later(1) } });
    const step = (id: string, first: boolean) => dispatchDebtor(world.deps, world.orgId, debtorId, { id, first });
    expect(await step('run-1', true)).toMatchObject({ done: false });
    expect(await step('run-2', true)).toMatchObject({ done: false });
    expect(await step('run-1', false)).toMatchObject({ done: true, deliver: [] });
    expect(await step('run-2', false)).toMatchObject({ done: false });
  });
});
