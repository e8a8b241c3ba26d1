import { inOrganisation, newId } from '@relance/db';
import { debtor, entity, message, organisation, reply } from '@relance/db/schema';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApi, type Api } from '../drivers/api-server.ts';
import { problemOf, procedures } from '../drivers/procedures.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { askToAdvance, enrol, owe, publish } from '../drivers/sandbox.ts';
import { dispatchWorld, START, type DispatchWorld } from '../setup/dispatch-world.ts';

let world: DispatchWorld;
let entityId: string;

beforeAll(async () => {
  world = await dispatchWorld();
  entityId = await world.addEntity({ replyTo: 'relances@ateliers.example' });
});
afterAll(() => world.close());

const as = (role: 'manager' | 'collector' = 'collector') => procedures(world.app, world.orgId, role);
const look = (debtorId: string) => dispatchDebtor(world.deps, world.orgId, debtorId, null);

async function send(debtorId: string) {
  const { deliver } = await look(debtorId);
  for (const id of deliver) await deliverMessage(world.deps, world.orgId, id);
  return (await world.messages()).filter((row) => deliver.includes(row.id));
}

const replyTasks = async (debtorId: string) =>
  (await world.tasks()).filter((row) => row.debtorId === debtorId && row.kind === 'reply');

/** Monday 2 March at 9:00 in Paris, and three business days later. */
const THURSDAY = '2026-03-05T08:00:00.000Z';

describe('a reply that was logged', () => {
  test('is kept, holds the debtor’s messages for three business days and asks a person to read it', async () => {
    const debtorId = await world.addDebtor();
    const { contactId } = await world.addCase({ debtorId, entityId });
    const text = 'Nous avons payé vendredi.\n\nCordialement';
    const logged = await as().replies.create({ debtorId, text, receivedAt: '2026-03-01T21:30:00+01:00' });
    expect(logged.quietUntil).toBe(THURSDAY);

    expect(await send(debtorId)).toEqual([]);
    expect(await world.contact(contactId)).toMatchObject({ status: 'planned', slotAt: THURSDAY, waitingFor: null });
    expect(await replyTasks(debtorId)).toMatchObject([{ status: 'open', title: 'task.reply' }]);
    expect(await as().replies.list({ debtorId })).toEqual({
      items: [
        {
          id: logged.id,
          debtorId,
          messageId: null,
          kind: 'reply',
          text,
          receivedAt: '2026-03-01T20:30:00.000Z',
          loggedBy: 'user:collector',
        },
      ],
      nextCursor: null,
      quietUntil: THURSDAY,
    });

    await world.setNow(THURSDAY);
    expect((await as().replies.list({ debtorId })).quietUntil).toBeNull();
    expect(await send(debtorId)).toHaveLength(1);
    await world.setNow(START);
  });

  test('takes back what is reserved already', async () => {
    const debtorId = await world.addDebtor();
    const { contactId } = await world.addCase({ debtorId, entityId });
    const [messageId = ''] = (await look(debtorId)).deliver;
    await as().replies.create({ debtorId, text: 'Un instant' });
    await deliverMessage(world.deps, world.orgId, messageId);
    expect((await world.mails()).filter((row) => row.messageId === messageId)).toEqual([]);
    await look(debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'planned', slotAt: THURSDAY });
  });

  test('holds as long as the organisation says', async () => {
    const debtorId = await world.addDebtor();
    const set = (replyHoldDays: number) =>
      world.within((tx) => tx.update(organisation).set({ replyHoldDays }).where(eq(organisation.id, world.orgId)));
    await set(6);
    expect((await as().replies.create({ debtorId, text: 'a' })).quietUntil).toBe('2026-03-10T08:00:00.000Z');
    await set(3);
    // a later one never shortens what an earlier one asked for
    await as().replies.create({ debtorId, text: 'b' });
    expect((await as().replies.list({ debtorId })).quietUntil).toBe('2026-03-10T08:00:00.000Z');
    expect(await replyTasks(debtorId)).toHaveLength(1);
  });

  test('that says only that somebody is away changes nothing', async () => {
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId });
    const logged = await as().replies.create({ debtorId, kind: 'absence', text: 'De retour lundi.' });
    expect(logged.quietUntil).toBeNull();
    expect(await replyTasks(debtorId)).toEqual([]);
    expect(await send(debtorId)).toHaveLength(1);
  });

  test('names the message that it answers, one of that debtor', async () => {
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId });
    const [message] = await send(debtorId);
    const messageId = message?.id ?? '';
    await as().replies.create({ debtorId, messageId, text: 'Bien reçu' });
    expect((await as().replies.list({ debtorId })).items).toMatchObject([{ messageId }]);
    const other = await world.addDebtor();
    expect(await problemOf(as().replies.create({ debtorId: other, messageId, text: 'x' }))).toMatchObject({
      status: 404,
    });
  });

  test('stands in the trail, without its text', async () => {
    const debtorId = await world.addDebtor();
    const { id } = await as().replies.create({ debtorId, text: 'a secret' });
    const told = (await world.audits()).filter((row) => row.debtorId === debtorId && row.kind === 'reply-logged');
    expect(told).toMatchObject([{ actor: 'user:collector', ref: id, reason: 'reply', data: { quietUntil: THURSDAY } }]);
    expect(JSON.stringify(told)).not.toContain('a secret');
  });
});

describe('read, go on', () => {
  test('lets what waited leave at once and closes the task', async () => {
    const debtorId = await world.addDebtor();
    const { contactId } = await world.addCase({ debtorId, entityId });
    await as().replies.create({ debtorId, text: 'Nous verrons' });
    await look(debtorId);
    await as().replies.endQuiet({ debtorId, reason: 'nothing new' });
    expect(await replyTasks(debtorId)).toMatchObject([{ status: 'cancelled', closedReason: 'reply-read' }]);
    expect(await send(debtorId)).toHaveLength(1);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
    const told = (await world.audits()).filter((row) => row.debtorId === debtorId && row.kind === 'quiet-ended');
    expect(told).toMatchObject([{ actor: 'user:collector', reason: 'nothing new' }]);
  });

  test('so does the task that asks for it, once it is done', async () => {
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId });
    await as().replies.create({ debtorId, text: 'Nous verrons' });
    await look(debtorId);
    const [task] = await replyTasks(debtorId);
    if (!task) throw new Error('a person is asked to read it');
    await as().tasks.complete({ id: task.id, rev: task.rev, outcome: 'done', values: {} });
    expect((await as().replies.list({ debtorId })).quietUntil).toBeNull();
    expect(await send(debtorId)).toHaveLength(1);
  });

  test('where nothing waits is refused and closes nothing', async () => {
    const debtorId = await world.addDebtor();
    const call = () => as().replies.endQuiet({ debtorId, reason: 'x' });
    expect(await problemOf(call())).toMatchObject({ status: 409, code: 'not-quiet' });
  });
});

describe('refused, and nothing is kept', () => {
  test.each([
    ['no text', { text: ' ' }, 400],
    ['too much', { text: 'x'.repeat(10_001) }, 400],
    ['a day to come', { text: 'x', receivedAt: '2026-03-02T08:00:01Z' }, 422],
    ['no instant', { text: 'x', receivedAt: 'yesterday' }, 400],
    ['something else', { text: 'x', subject: 'x' }, 400],
  ])('%s', async (_what, given, status) => {
    const debtorId = await world.addDebtor();
    expect(await problemOf(as().replies.create({ debtorId, ...given }))).toMatchObject({ status });
    expect(await world.within((tx) => tx.select().from(reply).where(eq(reply.debtorId, debtorId)))).toEqual([]);
  });

  test('a debtor that nobody knows, or that is another one now', async () => {
    const merged = await world.addDebtor({ mergedInto: await world.addDebtor() });
    const create = (debtorId: string) => problemOf(as().replies.create({ debtorId, text: 'x' }));
    expect(await create(merged)).toMatchObject({ status: 409, code: 'merged' });
    expect(await create(newId())).toMatchObject({ status: 404 });
    expect(await problemOf(as().replies.list({ debtorId: newId() }))).toMatchObject({ status: 404 });
    expect(await problemOf(as().replies.endQuiet({ debtorId: newId(), reason: 'x' }))).toMatchObject({ status: 404 });
  });
});

describe('a message is answered', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());

  test('to the collector who looks after the debtor, else to the entity’s address, else to its sender', async () => {
    const without = await world.addEntity({ replyTo: null });
    const ask = async (entity: string, owner: string | null) => {
      const debtorId = await world.addDebtor({ owner });
      await world.addCase({ debtorId, entityId: entity });
      const [message] = await send(debtorId);
      return message?.replyTo;
    };
    expect(await ask(entityId, null)).toBe('relances@ateliers.example');
    expect(await ask(without, null)).toBeNull();
    // somebody who is no member is not written to
    expect(await ask(entityId, newId())).toBe('relances@ateliers.example');
  });

  test('to the collector by name, who signs it too', async () => {
    const { id: organisationId, entityId: mine } = await api.newOrganisation();
    const scope = { organisationId, entityId: mine };
    const collector = await api.newUser(organisationId, 'collector');
    const stranger = await api.newUser((await api.newOrganisation()).id, 'collector');
    const debts = async (name: string, owner: string) => {
      const debtorId = newId();
      const invoices = [{ number: `F-${name}`, dueDate: '2026-02-10', amount: 10_000 }];
      const [invoiceId = ''] = await owe(api.world, scope, { name, debtorId, invoices });
      await inOrganisation(api.deps.app, organisationId, async (tx) => {
        await tx.update(debtor).set({ owner }).where(eq(debtor.id, debtorId));
        await tx.update(entity).set({ replyTo: 'relances@ateliers.example' });
      });
      return invoiceId;
    };
    const invoiceIds = [await debts('Acier', collector.id), await debts('Verre', stranger.id)];
    await enrol(api.world, scope, await publish(api.world, scope, reminderThenCall()), invoiceIds);
    await askToAdvance(api.world, scope, '2026-03-20T08:00:00.000Z');
    await api.settle({ id: organisationId });
    const sent = await inOrganisation(api.deps.app, organisationId, (tx) =>
      tx.select().from(message).orderBy(message.id),
    );
    const toAcier = sent.find(({ to }) => to.includes('acier@debtor.example'));
    expect(toAcier?.replyTo).toBe(collector.email);
    expect(toAcier?.text).toContain(collector.email);
    expect(sent.find(({ to }) => to.includes('verre@debtor.example'))?.replyTo).toBe('relances@ateliers.example');
  });

  test('by REST: logged once for one key, listed newest first', async () => {
    const { id: organisationId, entityId: mine, keys } = await api.newOrganisation();
    const invoices = [{ number: 'F1', dueDate: '2026-02-10', amount: 10_000 }];
    const debtorId = newId();
    await owe(api.world, { organisationId, entityId: mine }, { name: 'Acier', debtorId, invoices });
    const key = keys.collector;
    const post = () =>
      api.call<{ id: string; quietUntil: string }>('POST /replies', {
        key,
        body: { debtorId, text: 'Payé' },
        headers: { 'idempotency-key': 'reply-1' },
      });
    const first = await post();
    expect(first).toMatchObject({ status: 201, body: { quietUntil: THURSDAY } });
    expect((await post()).body).toEqual(first.body);
    const second = await api.call<{ id: string }>('POST /replies', { key, body: { debtorId, text: 'Vraiment' } });
    const list = await api.call<{ items: { id: string }[] }>(`GET /replies?debtorId=${debtorId}`, { key });
    expect(list.body.items.map(({ id }) => id)).toEqual([second.body.id, first.body.id]);
    expect((await api.call('GET /replies', { key })).status).toBe(400);
    const { keys: others } = await api.newOrganisation();
    expect((await api.call(`GET /replies?debtorId=${debtorId}`, { key: others.manager })).status).toBe(404);
  });
});
