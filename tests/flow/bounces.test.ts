import { person } from '@relance/db/schema';
import { emailProviders } from '@relance/worker/providers';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApi } from '../drivers/api-server.ts';
import { problemOf, procedures } from '../drivers/procedures.ts';
import { dispatchWorld, START, type DispatchWorld } from '../setup/dispatch-world.ts';
import { refusal, smtpServers } from '../setup/smtp-server.ts';

const server = smtpServers(afterEach);
let world: DispatchWorld;
let entityId: string;

beforeAll(async () => {
  world = await dispatchWorld({ sandbox: false });
  entityId = await world.addEntity();
});
afterAll(() => world.close());

/** A mail server that knows nobody at these addresses, one that is full for now, and who sends by it. */
async function mailServer({ gone = [], full = [] }: { gone?: string[]; full?: string[] }) {
  const { url, received } = await server({
    onRcptTo: ({ address }, _session, done) => {
      if (gone.includes(address.toLowerCase())) return done(refusal(550, 'no such user'));
      return done(full.includes(address) ? refusal(452, 'mailbox full') : null);
    },
  });
  const deps = { ...world.deps, emailProvider: emailProviders(world.app, url, null) };
  const look = (debtorId: string) => dispatchDebtor(deps, world.orgId, debtorId, null);
  async function send(debtorId: string): Promise<string[]> {
    const { deliver } = await look(debtorId);
    for (const id of deliver) await deliverMessage(deps, world.orgId, id);
    return deliver;
  }
  return { received, look, send };
}

const persons = (debtorId: string) =>
  world.within((tx) => tx.select().from(person).where(eq(person.debtorId, debtorId)).orderBy(asc(person.id)));
const statuses = async (debtorId: string) =>
  (await persons(debtorId)).map(({ email, emailStatus }) => [email, emailStatus]);
const tasksOf = async (debtorId: string, kind: string) =>
  (await world.tasks()).filter((row) => row.debtorId === debtorId && row.kind === kind);
const messagesTo = async (debtorId: string) => (await world.messages()).filter((row) => row.debtorId === debtorId);

describe('the mail server refuses', () => {
  test('every address for good, and there is no other: it bounced, a person looks for an address', async () => {
    const { send, received } = await mailServer({ gone: ['one@gone.example'] });
    const debtorId = await world.addDebtor({}, ['One@gone.example ']);
    const { contactId, enrolmentId, invoiceId } = await world.addCase({ debtorId, entityId });
    await send(debtorId);
    expect(received).toEqual([]);
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'bounced', reason: expect.stringMatching(/^550/) }]);
    expect(await world.contact(contactId)).toMatchObject({ status: 'not-sent', reason: 'bounced', sentAt: null });
    expect(await statuses(debtorId)).toEqual([['One@gone.example ', 'bounced']]);
    expect(await tasksOf(debtorId, 'address')).toMatchObject([{ status: 'open', title: 'task.address' }]);
    const settled = (await world.settlements()).filter((row) => row.enrolmentId === enrolmentId);
    expect(settled.map(({ data }) => [data.status, data.reason])).toEqual([['not-sent', 'bounced']]);
    const told = (await world.audits()).filter((row) => row.debtorId === debtorId).map(({ kind }) => kind);
    expect(told).toEqual(expect.arrayContaining(['address-bounced', 'task-opened', 'message-bounced']));

    // it keeps no distance: as soon as there is an address, the next demand leaves
    const mended = await mailServer({});
    await world.within((tx) => tx.insert(person).values({ orgId: world.orgId, debtorId, email: 'two@client.example' }));
    const next = { enrolmentId, invoiceId, debtorId, entityId };
    const second = await world.addContact(next, { nodeId: 'mail2', template: 'reminder-2', tone: 2 });
    await mended.send(debtorId);
    expect(await world.contact(second)).toMatchObject({ status: 'sent', sentAt: START });
    expect((await messagesTo(debtorId)).map(({ status }) => status)).toEqual(['bounced', 'handed-over']);
  });

  test('every address it was sent to, and there is another: it is written anew to that one', async () => {
    const { send, received } = await mailServer({ gone: ['old@client.example'] });
    const debtorId = await world.addDebtor({}, ['old@client.example']);
    await world.within((tx) =>
      tx.insert(person).values({ orgId: world.orgId, debtorId, role: 'director', email: 'boss@client.example' }),
    );
    const { contactId } = await world.addCase({ debtorId, entityId });
    const [first] = await send(debtorId);
    expect(await messagesTo(debtorId)).toEqual([]);
    expect(await world.contact(contactId)).toMatchObject({ status: 'planned', messageId: null, slotAt: START });
    expect(received).toEqual([]);

    const [second] = await send(debtorId);
    expect(second).not.toBe(first);
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'handed-over', to: ['boss@client.example'] }]);
    expect(received).toHaveLength(1);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent', messageId: second });
    expect(await statuses(debtorId)).toEqual([
      ['old@client.example', 'bounced'],
      ['boss@client.example', 'usable'],
    ]);
    expect(await tasksOf(debtorId, 'address')).toEqual([]);
  });

  test('one of two: it has left, and the refused address is not used again', async () => {
    const { send, received } = await mailServer({ gone: ['one@client.example'] });
    const debtorId = await world.addDebtor({}, ['one@client.example', 'two@client.example']);
    const { contactId } = await world.addCase({ debtorId, entityId });
    await send(debtorId);
    expect(received).toHaveLength(1);
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'handed-over' }]);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
    expect(await statuses(debtorId)).toEqual([
      ['one@client.example', 'bounced'],
      ['two@client.example', 'usable'],
    ]);
    expect(await tasksOf(debtorId, 'address')).toEqual([]);
  });

  test('an address for the moment: it is tried again later and stays usable', async () => {
    const { send, received } = await mailServer({ full: ['billing@client.example'] });
    const debtorId = await world.addDebtor();
    const { contactId } = await world.addCase({ debtorId, entityId });
    await send(debtorId);
    expect(received).toEqual([]);
    expect(await world.contact(contactId)).toMatchObject({ status: 'reserved' });
    expect(await statuses(debtorId)).toEqual([['billing@client.example', 'usable']]);
    expect(await tasksOf(debtorId, 'address')).toEqual([]);
  });

  test('one for good and the other for the moment: it is tried again, and then the bad one is known', async () => {
    const gone = ['gone@client.example'];
    const busy = await mailServer({ gone, full: ['full@client.example'] });
    const debtorId = await world.addDebtor({}, ['full@client.example', ...gone]);
    await world.addCase({ debtorId, entityId });
    await busy.send(debtorId);
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'reserved', reason: expect.stringMatching(/^452/) }]);
    await world.expire();
    const free = await mailServer({ gone });
    await free.send(debtorId);
    expect(free.received).toHaveLength(1);
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'handed-over' }]);
    expect(await statuses(debtorId)).toEqual([
      ['full@client.example', 'usable'],
      ['gone@client.example', 'bounced'],
    ]);
  });
});

describe('a bounce that arrives later', () => {
  const bounce = (id: string, role: 'collector' | 'manager' = 'collector') =>
    procedures(world.app, world.orgId, role).messages.bounce({ id, reason: '5.1.1 mailbox unknown' });

  async function sentMessage() {
    const { send } = await mailServer({});
    const debtorId = await world.addDebtor();
    const one = await world.addCase({ debtorId, entityId });
    const [messageId = ''] = await send(debtorId);
    return { debtorId, messageId, ...one, send };
  }

  test('makes the message one that was not sent, marks its addresses and asks for another', async () => {
    const { debtorId, messageId, contactId, enrolmentId, invoiceId, send } = await sentMessage();
    const events = (await world.settlements()).length;
    expect(await bounce(messageId)).toMatchObject({ status: 'bounced', reason: '5.1.1 mailbox unknown' });
    expect(await world.contact(contactId)).toMatchObject({ status: 'not-sent', reason: 'bounced', sentAt: null });
    expect(await statuses(debtorId)).toEqual([['billing@client.example', 'bounced']]);
    expect(await tasksOf(debtorId, 'address')).toHaveLength(1);
    // the case went on when it left: it is told nothing twice
    expect(await world.settlements()).toHaveLength(events);
    const told = (await world.audits()).filter((row) => row.messageId === messageId && row.kind === 'message-bounced');
    expect(told).toMatchObject([{ actor: 'user:collector', enrolmentId, reason: '5.1.1 mailbox unknown' }]);

    await world.within((tx) => tx.insert(person).values({ orgId: world.orgId, debtorId, email: 'two@client.example' }));
    const of = { enrolmentId, invoiceId, debtorId, entityId };
    const second = await world.addContact(of, { nodeId: 'mail2', template: 'reminder-2', tone: 2 });
    await send(debtorId);
    expect(await world.contact(second)).toMatchObject({ status: 'sent' });
    // a message that came back is no earlier message
    expect((await messagesTo(debtorId)).at(-1)?.text).not.toContain('précédent message');
  });

  test('closes the question what became of it', async () => {
    const { messageId, debtorId } = await unknownMessage();
    expect(await tasksOf(debtorId, 'unknown-delivery')).toMatchObject([{ status: 'open' }]);
    await bounce(messageId);
    expect(await tasksOf(debtorId, 'unknown-delivery')).toMatchObject([
      { status: 'cancelled', closedReason: 'message-bounced', closedBy: 'user:collector' },
    ]);
  });

  test('is refused twice, of what never left, and of what is not there', async () => {
    const { messageId, debtorId } = await sentMessage();
    await bounce(messageId);
    expect(await problemOf(bounce(messageId))).toMatchObject({ status: 409, code: 'cannot-bounce' });
    expect(await tasksOf(debtorId, 'address')).toHaveLength(1);
    const { look } = await mailServer({});
    const other = await world.addDebtor();
    await world.addCase({ debtorId: other, entityId });
    const [reserved = ''] = (await look(other)).deliver;
    expect(await problemOf(bounce(reserved))).toMatchObject({ status: 409, code: 'cannot-bounce' });
    expect(await problemOf(bounce('x'))).toMatchObject({ status: 404 });
    const call = procedures(world.app, world.orgId).messages.bounce({ id: messageId, reason: ' ' });
    expect(await problemOf(call)).toMatchObject({ status: 400 });
  });

  async function unknownMessage() {
    const { url } = await server((drop) => ({
      onData(stream, session) {
        stream.resume();
        stream.on('end', () => drop(session.id));
      },
    }));
    const deps = { ...world.deps, emailProvider: emailProviders(world.app, url, null) };
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId });
    const [messageId = ''] = (await dispatchDebtor(deps, world.orgId, debtorId, null)).deliver;
    await deliverMessage(deps, world.orgId, messageId);
    return { debtorId, messageId };
  }

  test('by REST, one’s own messages only', async () => {
    const api = await startApi();
    const { keys } = await api.newOrganisation();
    const { messageId } = await sentMessage();
    const answer = await api.call(`POST /messages/${messageId}/bounce`, {
      key: keys.manager,
      body: { reason: 'not mine' },
    });
    expect(answer.status).toBe(404);
    await api.close();
  });
});
