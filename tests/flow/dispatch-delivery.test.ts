import type { Database, Tx } from '@relance/db';
import { resolveUnknownDelivery } from '@relance/db/queries';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { PassingFailure, type EmailProvider, type OutgoingEmail } from '@relance/worker/providers';
import type { Deps } from '@relance/worker/deps';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dispatchWorld, START, type DispatchWorld } from '../setup/dispatch-world.ts';

let world: DispatchWorld;
let entityId: string;
let accepted: OutgoingEmail[];

beforeAll(async () => {
  world = await dispatchWorld({ sandbox: false });
  entityId = await world.addEntity();
});
beforeEach(() => {
  accepted = [];
});
afterAll(() => world.close());

type Send = EmailProvider['send'];

const accept: Send = (email) => {
  accepted.push(email);
  return Promise.resolve({ accepted: true });
};
const find = (_organisation: string, header: string) =>
  Promise.resolve(accepted.some(({ messageIdHeader }) => messageIdHeader === header));

function depsWith(send: Send, more: Partial<EmailProvider> = {}): Deps {
  const provider: EmailProvider = { name: 'fake', send, ...more };
  return { ...world.deps, emailProvider: () => provider };
}

async function reserved(): Promise<{ debtorId: string; contactId: string; enrolmentId: string; messageId: string }> {
  const debtorId = await world.addDebtor();
  const { contactId, enrolmentId } = await world.addCase({ debtorId, entityId });
  const { deliver } = await dispatchDebtor(world.deps, world.orgId, debtorId, null);
  return { debtorId, contactId, enrolmentId, messageId: deliver[0] ?? 'none' };
}

const deliver = (deps: Deps, messageId: string) => deliverMessage(deps, world.orgId, messageId);
const look = (deps: Deps, debtorId: string) => dispatchDebtor(deps, world.orgId, debtorId, null);
const messagesTo = async (debtorId: string) => (await world.messages()).filter((row) => row.debtorId === debtorId);
const settlementsOf = async (enrolmentId: string) =>
  (await world.settlements()).filter((row) => row.enrolmentId === enrolmentId).map((row) => row.data.status);

describe('a delivery', () => {
  test('repeated hands over once and settles once', async () => {
    const { contactId, enrolmentId, messageId } = await reserved();
    const deps = depsWith(accept);
    for (let time = 0; time < 3; time += 1) await deliver(deps, messageId);
    expect(accepted).toHaveLength(1);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent', sentAt: START });
    expect(await settlementsOf(enrolmentId)).toEqual(['sent']);
  });

  test('made five times at once hands over once', async () => {
    const { enrolmentId, messageId } = await reserved();
    const deps = depsWith(accept);
    await Promise.all(Array.from({ length: 5 }, () => deliver(deps, messageId)));
    expect(accepted).toHaveLength(1);
    expect(await settlementsOf(enrolmentId)).toEqual(['sent']);
  });

  test('looked at five times at once is reserved once', async () => {
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId });
    const replies = await Promise.all(Array.from({ length: 5 }, () => look(world.deps, debtorId)));
    const [message, ...others] = await messagesTo(debtorId);
    expect(others).toEqual([]);
    expect(new Set(replies.flatMap((reply) => reply.deliver))).toEqual(new Set([message?.id]));
  });

  test('refused for good: not sent, with the reason', async () => {
    const { debtorId, contactId, enrolmentId, messageId } = await reserved();
    await deliver(
      depsWith(() => Promise.resolve({ accepted: false, reason: '550 no such user' })),
      messageId,
    );
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'refused', reason: '550 no such user' }]);
    expect(await world.contact(contactId)).toMatchObject({
      status: 'not-sent',
      reason: '550 no such user',
      sentAt: null,
    });
    expect(await settlementsOf(enrolmentId)).toEqual(['not-sent']);
  });
});

describe('a passing failure', () => {
  test('pauses the message, then its guards run again and it leaves', async () => {
    const { debtorId, contactId, messageId } = await reserved();
    const failing = depsWith(() => Promise.reject(new PassingFailure('451 try later')));
    await deliver(failing, messageId);
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'reserved', reason: '451 try later', attempts: 1 }]);
    const paused = await look(failing, debtorId);
    expect(paused).toMatchObject({ done: false, deliver: [] });
    expect(paused.wakeInMs).toBeGreaterThan(50_000);
    await deliver(depsWith(accept), messageId);
    expect(accepted).toEqual([]);

    await world.expire();
    const again = await look(failing, debtorId);
    expect(again.deliver).toHaveLength(1);
    await deliver(failing, again.deliver[0] ?? '');
    expect(await messagesTo(debtorId)).toMatchObject([{ attempts: 2 }]);
    expect((await look(failing, debtorId)).wakeInMs).toBeGreaterThan(110_000);

    await world.expire();
    const last = await look(failing, debtorId);
    await deliver(depsWith(accept), last.deliver[0] ?? '');
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
    expect(accepted).toHaveLength(1);
  });
});

describe('a crash', () => {
  test('before the claim: the reservation runs out, is released, and the message leaves once', async () => {
    const { debtorId, contactId, messageId } = await reserved();
    await world.expire('1 hour');
    await deliver(depsWith(accept), messageId);
    expect(accepted).toEqual([]);
    const { deliver: again } = await look(world.deps, debtorId);
    expect(again).toHaveLength(1);
    expect(again).not.toContain(messageId);
    await deliver(depsWith(accept), again[0] ?? '');
    expect(accepted).toHaveLength(1);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
    expect(await messagesTo(debtorId)).toHaveLength(1);
  });

  test('in a queue, longer than the reservation is good for: it is still taken up, after a look at its facts', async () => {
    const { debtorId, messageId } = await reserved();
    await world.expire();
    await deliver(depsWith(accept), messageId);
    expect(accepted).toHaveLength(1);
    expect(await messagesTo(debtorId)).toMatchObject([{ id: messageId, status: 'handed-over' }]);
  });

  /** The process dies in the provider's call: neither an answer nor a settling follows. */
  async function crash(messageId: string, arrives: boolean): Promise<void> {
    let called = (): void => undefined;
    const calling = new Promise<void>((resolve) => {
      called = resolve;
    });
    const send: Send = async (email) => {
      if (arrives) await accept(email);
      called();
      return new Promise(() => undefined);
    };
    void deliver(depsWith(send), messageId);
    await calling;
  }

  test('while the claim holds nobody touches the attempt', async () => {
    const { debtorId, messageId } = await reserved();
    await crash(messageId, false);
    await deliver(depsWith(accept), messageId);
    const reply = await look(depsWith(accept, { find }), debtorId);
    expect(reply).toMatchObject({ done: false, deliver: [] });
    expect(reply.wakeInMs).toBeGreaterThan(0);
    expect(accepted).toEqual([]);
  });

  test('after acceptance: the provider finds it, it is handed over and not sent again', async () => {
    const { debtorId, contactId, enrolmentId, messageId } = await reserved();
    await crash(messageId, true);
    await world.expire();
    expect(await look(depsWith(accept, { find }), debtorId)).toMatchObject({ done: true, deliver: [] });
    expect(accepted).toHaveLength(1);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
    expect(await settlementsOf(enrolmentId)).toEqual(['sent']);
  });

  test('before acceptance: the provider does not find it, it is released and leaves once', async () => {
    const { debtorId, contactId, messageId } = await reserved();
    await crash(messageId, false);
    await world.expire();
    const deps = depsWith(accept, { find });
    const { deliver: again } = await look(deps, debtorId);
    await deliver(deps, again[0] ?? '');
    expect(accepted).toHaveLength(1);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
  });

  test('a provider that cannot be asked just now leaves the attempt as it is', async () => {
    const { debtorId, messageId } = await reserved();
    await crash(messageId, true);
    await world.expire();
    const away = depsWith(accept, { find: () => Promise.reject(new Error('away')) });
    expect(await look(away, debtorId)).toMatchObject({ done: false, deliver: [], wakeInMs: 30_000 });
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'attempting' }]);
  });

  test('a provider that cannot tell: unknown and exactly one task, never sent again', async () => {
    const { debtorId, contactId, enrolmentId, messageId } = await reserved();
    await crash(messageId, true);
    await world.expire();
    const deps = depsWith(accept);
    await Promise.all([look(deps, debtorId), look(deps, debtorId)]);
    await look(deps, debtorId);
    expect(accepted).toHaveLength(1);
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'unknown', handedOverAt: START }]);
    expect(await world.contact(contactId)).toMatchObject({ status: 'unknown', reason: 'no-answer' });
    expect(await settlementsOf(enrolmentId)).toEqual(['unknown']);
    const tasks = (await world.tasks()).filter((row) => row.debtorId === debtorId);
    expect(tasks).toMatchObject([{ kind: 'unknown-delivery', messageId, status: 'open' }]);
    expect(tasks[0]?.outcomes.map(({ id }) => id)).toEqual(['arrived', 'lost']);

    const resolution = { messageId, outcome: 'arrived', actor: 'user:1', at: START } as const;
    expect(await world.within((tx) => resolveUnknownDelivery(tx, world.orgId, resolution))).toBe(true);
    expect(await world.within((tx) => resolveUnknownDelivery(tx, world.orgId, resolution))).toBe(false);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent', sentAt: START });
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'handed-over' }]);
  });

  test('an answer that comes after the claim ran out changes nothing and stays on record', async () => {
    const { debtorId, contactId, messageId } = await reserved();
    let answer = (): void => undefined;
    let called = (): void => undefined;
    const calling = new Promise<void>((resolve) => {
      called = resolve;
    });
    const late = deliver(
      depsWith(
        (email) =>
          new Promise((resolve) => {
            answer = () => void accept(email).then(resolve);
            called();
          }),
      ),
      messageId,
    );
    await calling;
    await world.expire();
    await look(depsWith(accept), debtorId);
    answer();
    await late;
    expect(await world.contact(contactId)).toMatchObject({ status: 'unknown' });
    const kinds = (await world.audits()).filter((row) => row.messageId === messageId).map(({ kind }) => kind);
    expect(kinds).toContain('message-late-answer');
  });
});

describe('an error at any point of a delivery', () => {
  /** The database whose transaction number `failing` is cut off after its work, before its commit. */
  function cutOff(app: Database, failing: number): Database {
    let count = 0;
    return new Proxy(app, {
      get(target, name) {
        if (name !== 'transaction') return Reflect.get(target, name) as unknown;
        return (work: (tx: Tx) => Promise<unknown>, options: Parameters<Database['transaction']>[1]) => {
          count += 1;
          const cut = count === failing;
          return target.transaction(async (tx) => {
            const result = await work(tx);
            if (cut) throw new Error('cut off');
            return result;
          }, options);
        };
      },
    });
  }

  test.each([
    ['claim', 1],
    ['settling', 2],
  ])('the %s rolled back: the message leaves once and the case hears of it once', async (_what, failing) => {
    const { debtorId, contactId, enrolmentId, messageId } = await reserved();
    const deps = depsWith(accept, { find });
    await expect(deliver({ ...deps, app: cutOff(deps.app, failing) }, messageId)).rejects.toThrow('cut off');
    await deliver(deps, messageId);
    await world.expire();
    for (const id of (await look(deps, debtorId)).deliver) await deliver(deps, id);
    expect(accepted).toHaveLength(1);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
    expect(await settlementsOf(enrolmentId)).toEqual(['sent']);
  });

  test('the look itself rolled back: nothing is reserved, the next one reserves once', async () => {
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId });
    const failing = { ...world.deps, app: cutOff(world.deps.app, 1) };
    await expect(look(failing, debtorId)).rejects.toThrow('cut off');
    expect(await messagesTo(debtorId)).toEqual([]);
    await look(world.deps, debtorId);
    await look(world.deps, debtorId);
    expect(await messagesTo(debtorId)).toHaveLength(1);
  });
});

describe('an answer that is lost', () => {
  const lose: Send = async (email) => {
    await accept(email);
    throw new Error('connection lost after the content was sent');
  };

  test('is asked for where the provider can tell, when the claim has run out', async () => {
    const { debtorId, contactId, messageId } = await reserved();
    const deps = depsWith(lose, { find });
    await deliver(deps, messageId);
    expect(await messagesTo(debtorId)).toMatchObject([{ status: 'attempting' }]);
    await world.expire();
    await look(deps, debtorId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'sent' });
    expect(accepted).toHaveLength(1);
  });

  test('is unknown at once where it cannot', async () => {
    const { debtorId, contactId, messageId } = await reserved();
    await deliver(depsWith(lose), messageId);
    expect(await world.contact(contactId)).toMatchObject({ status: 'unknown' });
    expect((await world.tasks()).filter((row) => row.debtorId === debtorId)).toHaveLength(1);
  });
});
