import { commandCases, type EnrolmentCommand } from '@relance/db/queries';
import { debtor, entity, person } from '@relance/db/schema';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatchWorld, START, type DispatchWorld } from '../setup/dispatch-world.ts';

let world: DispatchWorld;
beforeAll(async () => {
  world = await dispatchWorld();
});
afterAll(() => world.close());

const dispatch = (debtorId: string) => dispatchDebtor(world.deps, world.orgId, debtorId, null);
const deliver = (id: string) => deliverMessage(world.deps, world.orgId, id);
const messagesTo = async (debtorId: string) => (await world.messages()).filter((row) => row.debtorId === debtorId);
const mailsOf = async (messageId: string) => (await world.mails()).filter((mail) => mail.messageId === messageId);

/** A debtor of an entity of its own, with the given cases and one message reserved for them. */
async function reserved(...cases: { number: string; contact?: null }[]) {
  const entityId = await world.addEntity();
  const debtorId = await world.addDebtor();
  const made = [];
  for (const { number, ...change } of cases) {
    made.push({ debtorId, ...(await world.addCase({ debtorId, entityId, invoice: { number }, ...change })) });
  }
  const [messageId = ''] = (await dispatch(debtorId)).deliver;
  expect(messageId).not.toBe('');
  return { entityId, debtorId, messageId, cases: made };
}

function command(it: { enrolmentId: string; debtorId: string; invoiceId: string } | undefined, what: EnrolmentCommand) {
  if (!it) throw new Error('there is no such case');
  const { enrolmentId: id, debtorId, invoiceId } = it;
  return world.within((tx) =>
    commandCases(tx, world.orgId, [{ id, debtorId, invoiceId }], what, { actor: 'user:1', reason: 'asked', at: START }),
  );
}
const HOLD = { type: 'hold', until: '2026-04-01', untilAt: '2026-03-31T22:00:00.000Z' } as const;

async function finish(debtorId: string): Promise<void> {
  for (;;) {
    const { deliver: ids } = await dispatch(debtorId);
    if (ids.length === 0) return;
    for (const id of ids) await deliver(id);
  }
}

test('text, recipients and contacts are those of the reservation, whatever changes before the hand-over', async () => {
  const { entityId, debtorId, messageId, cases } = await reserved({ number: 'F-1' });
  const [before] = await messagesTo(debtorId);
  const later = await world.addCase({ debtorId, entityId, invoice: { number: 'F-2' } });
  await world.within(async (tx) => {
    await tx.update(person).set({ email: 'other@client.example' }).where(eq(person.debtorId, debtorId));
    await tx.update(entity).set({ name: 'Another name' }).where(eq(entity.id, entityId));
  });
  await deliver(messageId);
  const [after] = await messagesTo(debtorId);
  expect(after).toMatchObject({ status: 'handed-over', to: ['billing@client.example'], text: before?.text });
  expect(await mailsOf(messageId)).toMatchObject([{ to: ['billing@client.example'], text: before?.text }]);
  expect(await world.contact(cases[0]?.contactId ?? '')).toMatchObject({ status: 'sent', messageId });
  expect(await world.contact(later.contactId)).toMatchObject({ status: 'planned', messageId: null });
});

test('a case held meanwhile stays out, the others leave without it', async () => {
  const { debtorId, messageId, cases } = await reserved({ number: 'F-HELD' }, { number: 'F-FREE' });
  await command(cases[0], HOLD);
  await deliver(messageId);
  expect(await mailsOf(messageId)).toEqual([]);
  await finish(debtorId);
  expect(await world.contact(cases[0]?.contactId ?? '')).toMatchObject({ status: 'planned', waitingFor: 'hold' });
  expect(await world.contact(cases[1]?.contactId ?? '')).toMatchObject({ status: 'sent' });
  const [message] = await messagesTo(debtorId);
  expect(message?.text).not.toContain('F-HELD');
});

test('an invoice that is only listed is not named when its case is held meanwhile', async () => {
  const { debtorId, messageId, cases } = await reserved({ number: 'F-ASKED' }, { number: 'F-LISTED', contact: null });
  expect((await messagesTo(debtorId))[0]?.text).toContain('F-LISTED');
  await command(cases[1], HOLD);
  await deliver(messageId);
  expect(await mailsOf(messageId)).toEqual([]);
  await finish(debtorId);
  const [message] = await messagesTo(debtorId);
  expect(message).toMatchObject({ status: 'handed-over' });
  expect(message?.text).not.toContain('F-LISTED');
});

test('a follow-up stopped meanwhile sends nothing', async () => {
  const { debtorId, messageId, cases } = await reserved({ number: 'F-STOP' });
  await command(cases[0], { type: 'cancel' });
  await deliver(messageId);
  await finish(debtorId);
  expect(await mailsOf(messageId)).toEqual([]);
  expect(await messagesTo(debtorId)).toEqual([]);
  expect(await world.contact(cases[0]?.contactId ?? '')).toMatchObject({ status: 'cancelled', reason: 'cancelled' });
});

test('a debtor excluded meanwhile is not written to', async () => {
  const { debtorId, messageId, cases } = await reserved({ number: 'F-EXCLUDED' });
  await world.within((tx) => tx.update(debtor).set({ excluded: true }).where(eq(debtor.id, debtorId)));
  await deliver(messageId);
  await finish(debtorId);
  expect(await mailsOf(messageId)).toEqual([]);
  expect(await world.contact(cases[0]?.contactId ?? '')).toMatchObject({ status: 'planned', waitingFor: 'exclusion' });
});
