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

const dispatch = (debtorId: string) => dispatchDebtor(world.deps, world.orgId, debtorId, null);

/** Dispatches and delivers until nothing is left to hand over. */
async function work(debtorId: string): Promise<void> {
  for (;;) {
    const { deliver } = await dispatch(debtorId);
    if (deliver.length === 0) return;
    for (const id of deliver) await deliverMessage(world.deps, world.orgId, id);
  }
}

async function messagesTo(debtorId: string) {
  return (await world.messages()).filter((row) => row.debtorId === debtorId);
}

describe('grouping', () => {
  test('ripe contacts of one debtor leave as one message, in one mail, with one event each', async () => {
    const debtorId = await world.addDebtor();
    const one = await world.addCase({ debtorId, entityId });
    const two = await world.addCase({ debtorId, entityId });
    await work(debtorId);
    const [message, ...others] = await messagesTo(debtorId);
    expect(others).toEqual([]);
    expect(message).toMatchObject({ status: 'handed-over', handedOverAt: START, to: ['billing@client.example'] });
    for (const { contactId, enrolmentId } of [one, two]) {
      expect(await world.contact(contactId)).toMatchObject({ status: 'sent', sentAt: START, messageId: message?.id });
      const settled = (await world.settlements()).filter((row) => row.enrolmentId === enrolmentId);
      expect(settled.map((row) => row.data)).toMatchObject([{ contactId, status: 'sent', at: START }]);
      const kinds = (await world.audits()).filter((row) => row.enrolmentId === enrolmentId).map((row) => row.kind);
      expect(kinds).toEqual(['message-reserved', 'message-handed-over']);
    }
    const mails = (await world.mails()).filter((mail) => mail.messageId === message?.id);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toContain('2 factures');
    expect(message?.messageIdHeader).toContain(message?.id ?? '?');
  });

  test('the gravest tone is the table, what else is overdue is listed, the milder contact is covered by it', async () => {
    const debtorId = await world.addDebtor();
    const mild = await world.addCase({ debtorId, entityId });
    const grave = await world.addCase({ debtorId, entityId, contact: { template: 'reminder-2', tone: 2 } });
    const silent = await world.addCase({ debtorId, entityId, contact: null });
    await work(debtorId);
    const [message, ...others] = await messagesTo(debtorId);
    expect(others).toEqual([]);
    const standing = (await world.messageInvoices()).filter((row) => row.messageId === message?.id);
    const ids = (demanded: boolean) => standing.filter((row) => row.demanded === demanded).map((row) => row.invoiceId);
    expect(ids(true)).toEqual([grave.invoiceId]);
    expect(ids(false).toSorted()).toEqual([mild.invoiceId, silent.invoiceId].toSorted());
    expect(await world.contact(grave.contactId)).toMatchObject({ status: 'sent' });
    expect(await world.contact(mild.contactId)).toMatchObject({
      status: 'covered',
      coveredBy: message?.id,
      slotAt: null,
    });
  });

  test('two entities share one budget: the graver leaves, the other waits for the distance', async () => {
    const debtorId = await world.addDebtor();
    const other = await world.addEntity({ name: 'Ateliers Sud' });
    const mild = await world.addCase({ debtorId, entityId });
    const grave = await world.addCase({
      debtorId,
      entityId: other,
      contact: { template: 'reminder-2', tone: 2, minimumDistanceDays: 7 },
    });
    await work(debtorId);
    expect(await messagesTo(debtorId)).toMatchObject([{ entityId: other }]);
    expect(await world.contact(grave.contactId)).toMatchObject({ status: 'sent' });
    expect(await world.contact(mild.contactId)).toMatchObject({ status: 'planned', slotAt: world.later(7) });
  });

  test('a message of tone 0 leaves beside a demand and does not count', async () => {
    const debtorId = await world.addDebtor();
    const service = { template: 'preventive', tone: 0 };
    await world.addCase({ debtorId, entityId, contact: service });
    await work(debtorId);
    await world.addCase({ debtorId, entityId });
    await world.addCase({ debtorId, entityId, contact: service });
    await work(debtorId);
    expect((await messagesTo(debtorId)).map(({ tone, status }) => [tone, status])).toEqual([
      [0, 'handed-over'],
      [0, 'handed-over'],
      [1, 'handed-over'],
    ]);
  });
});

describe('distance', () => {
  test('is exactly N times 24 hours: covered when listed, deferred when not, sent when over', async () => {
    const debtorId = await world.addDebtor();
    const first = await world.addCase({ debtorId, entityId });
    await work(debtorId);
    const [message] = await messagesTo(debtorId);
    const again = { ...first, debtorId, entityId };
    const covered = await world.addContact(again, { visit: 2, slotAt: START });
    const graver = await world.addContact(again, { nodeId: 'mail2', template: 'reminder-2', tone: 2 });
    const fresh = await world.addCase({ debtorId, entityId });
    await work(debtorId);
    expect(await world.contact(covered)).toMatchObject({ status: 'covered', coveredBy: message?.id, reason: 'listed' });
    expect(await world.contact(graver)).toMatchObject({ status: 'planned', slotAt: world.later(5) });
    expect(await world.contact(fresh.contactId)).toMatchObject({ status: 'planned', slotAt: world.later(5) });

    await world.setNow(world.later(5, -1));
    expect(await dispatch(debtorId)).toMatchObject({ done: false, deliver: [], wakeInMs: null });
    expect(await messagesTo(debtorId)).toHaveLength(1);
    await world.setNow(world.later(5));
    await work(debtorId);
    expect(await messagesTo(debtorId)).toHaveLength(2);
    expect(await world.contact(graver)).toMatchObject({ status: 'sent', sentAt: world.later(5) });
    expect(await world.contact(fresh.contactId)).toMatchObject({ status: 'covered' });
    await world.setNow(START);
  });

  test('nothing ripe: nothing is written', async () => {
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId, contact: { slotAt: world.later(1) } });
    const before = (await world.audits()).length;
    const reply = await dispatch(debtorId);
    expect(reply).toMatchObject({ done: false, deliver: [], wakeInMs: null });
    expect(reply.summary).toContain(world.later(1));
    expect(await world.audits()).toHaveLength(before);
  });
});

describe('what is frozen', () => {
  test('recipients by role, else anybody who can be written to; language of the debtor, else of the entity', async () => {
    const english = await world.addDebtor({ language: 'en' }, ['anybody@client.example', 'late@client.example']);
    await world.addCase({
      debtorId: english,
      entityId,
      contact: { recipients: ['management'], template: 'reminder-2', tone: 2 },
    });
    const { deliver } = await dispatch(english);
    const [message] = await messagesTo(english);
    expect(deliver).toEqual([message?.id]);
    expect(message).toMatchObject({
      language: 'en',
      to: ['anybody@client.example'],
      answerBy: '2026-03-10',
      from: '"Ateliers Nord" <compta@ateliers.example>',
    });
    expect(message?.subject).toContain('Payment outstanding');
    expect(message?.html).toContain('<table');
  });

  test('an invoice paid in part between reservation and delivery: the text is written anew', async () => {
    const debtorId = await world.addDebtor();
    const { invoiceId } = await world.addCase({ debtorId, entityId });
    const [reserved] = (await dispatch(debtorId)).deliver;
    const { invoice } = await import('@relance/db/schema');
    const { eq } = await import('drizzle-orm');
    await world.change((tx) => tx.update(invoice).set({ balance: 40_00 }).where(eq(invoice.id, invoiceId)));
    await deliverMessage(world.deps, world.orgId, reserved ?? '');
    expect(await messagesTo(debtorId)).toEqual([]);
    await work(debtorId);
    const [message] = await messagesTo(debtorId);
    expect(message?.text).toContain('40,00');
    expect((await world.mails()).filter((mail) => mail.messageId === reserved)).toEqual([]);
  });
});
