import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { emailProviders, PassingFailure, smtpProvider, type OutgoingEmail } from '@relance/worker/providers';
import { afterEach, describe, expect, test } from 'vitest';
import { startSmtp } from '../drivers/smtp-server.ts';
import { dispatchWorld } from '../setup/dispatch-world.ts';

const email: OutgoingEmail = {
  organisationId: 'o',
  messageId: 'm',
  messageIdHeader: '<m@ateliers.example>',
  from: '"Ateliers, Nord" <compta@ateliers.example>',
  replyTo: 'ada@ateliers.example',
  to: ['one@client.example', 'two@client.example'],
  subject: 'Petit rappel : 2 factures échues',
  text: 'Bonjour,\n',
  html: '<p>Bonjour,</p>',
  at: '2026-03-02T08:00:00.000Z',
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function server(...options: Parameters<typeof startSmtp>) {
  const started = await startSmtp(...options);
  closing.push(started.close);
  return started;
}

const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
const quick = { connectMs: 1_000, silenceMs: 500 };

describe('SMTP', () => {
  test('hands over, with the Message-ID, reply address and both bodies', async () => {
    const { url, received } = await server();
    expect(await smtpProvider(url).send(email)).toEqual({ accepted: true });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(/^Message-ID: <m@ateliers\.example>\r?$/m);
    expect(received[0]).toMatch(/^Reply-To: ada@ateliers\.example\r?$/m);
    expect(received[0]).toContain('text/plain');
    expect(received[0]).toContain('text/html');
  });

  test('signs in where the address says so', async () => {
    const seen: unknown[] = [];
    const { url } = await server({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, callback) {
        seen.push([username, password]);
        callback(null, { user: username });
      },
    });
    expect(await smtpProvider(url.replace('//', '//relance:p%40ss@')).send(email)).toEqual({ accepted: true });
    expect(seen).toEqual([['relance', 'p@ss']]);
  });

  test('a wrong password is no refusal of the message and never stands in an error', async () => {
    const { url } = await server({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => callback(new Error('no')),
    });
    const failure = await smtpProvider(url.replace('//', '//relance:s3cret@'))
      .send(email)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(PassingFailure);
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('s3cret');
  });

  test.each([
    [
      'recipient',
      { onRcptTo: (_to: unknown, _s: unknown, done: (error: Error) => void) => done(refusal(550, 'no such user')) },
    ],
    [
      'sender',
      { onMailFrom: (_from: unknown, _s: unknown, done: (error: Error) => void) => done(refusal(553, 'not you')) },
    ],
    [
      'content',
      {
        onData: (stream: NodeJS.ReadableStream, _s: unknown, done: (error: Error) => void) => {
          stream.resume();
          stream.on('end', () => done(refusal(554, 'spam')));
        },
      },
    ],
  ])('5xx to the %s is a refusal for good', async (_what, options) => {
    const { url } = await server(options);
    expect(await smtpProvider(url).send(email)).toMatchObject({
      accepted: false,
      reason: expect.stringMatching(/^55/),
    });
  });

  test('one recipient of two refused is an acceptance that says so', async () => {
    const { url, received } = await server({
      onRcptTo: ({ address }, _session, done) => done(address.startsWith('one') ? refusal(550, 'gone') : null),
    });
    expect(await smtpProvider(url).send(email)).toEqual({ accepted: true, rejected: ['one@client.example'] });
    expect(received).toHaveLength(1);
  });

  test.each([
    [
      'recipient',
      { onRcptTo: (_to: unknown, _s: unknown, done: (error: Error) => void) => done(refusal(451, 'later')) },
    ],
    [
      'content',
      {
        onData: (stream: NodeJS.ReadableStream, _s: unknown, done: (error: Error) => void) => {
          stream.resume();
          stream.on('end', () => done(refusal(452, 'full')));
        },
      },
    ],
    ['connection', { onConnect: (_s: unknown, done: (error: Error) => void) => done(refusal(421, 'busy')) }],
  ])('4xx to the %s passes', async (_what, options) => {
    const { url } = await server(options);
    await expect(smtpProvider(url, quick).send(email)).rejects.toBeInstanceOf(PassingFailure);
  });

  test('nobody listening passes', async () => {
    await expect(smtpProvider('smtp://127.0.0.1:1', quick).send(email)).rejects.toBeInstanceOf(PassingFailure);
  });

  test('a connection dropped before the content passes', async () => {
    const { url } = await server((drop) => ({ onRcptTo: (_address, session) => drop(session.id) }));
    await expect(smtpProvider(url, quick).send(email)).rejects.toBeInstanceOf(PassingFailure);
  });

  test('a connection dropped after the content, or silence, leaves the fate unknown', async () => {
    const dropping = await server((drop) => ({
      onData(stream, session) {
        stream.resume();
        stream.on('end', () => drop(session.id));
      },
    }));
    const silent = await server({ onData: (stream) => void stream.resume() });
    for (const { url } of [dropping, silent]) {
      const failure = await smtpProvider(url, quick)
        .send(email)
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Error);
      expect(failure).not.toBeInstanceOf(PassingFailure);
    }
  });

  test('a server that answers too slowly is given up in time, whatever it keeps saying', async () => {
    const { url } = await server({ onMailFrom: (_from, _session, done) => void setTimeout(done, 700) });
    const begin = performance.now();
    const slow = smtpProvider(url, { connectMs: 1_000, silenceMs: 5_000, totalMs: 300 });
    await expect(slow.send(email)).rejects.toBeInstanceOf(PassingFailure);
    expect(performance.now() - begin).toBeLessThan(690);
    expect(slow.timeoutMs).toBe(300);
  });

  test('keeps its rate', async () => {
    const provider = smtpProvider('smtp://127.0.0.1:1', { perSecond: 20 });
    const begin = performance.now();
    await Promise.all(Array.from({ length: 9 }, async () => provider.turn?.()));
    expect(performance.now() - begin).toBeGreaterThanOrEqual(395);
  });

  test.each(['mail.example.com', 'http://mail.example.com', 'smtp://'])('SMTP_URL %s is refused by name', (url) => {
    expect(() => smtpProvider(url)).toThrow('SMTP_URL');
  });
});

describe('the choice of provider', () => {
  test('a sandbox has the built-in mailbox whatever SMTP_URL says; another organisation has SMTP when it is set', async () => {
    const world = await dispatchWorld();
    const choose = emailProviders(world.app, 'smtp://127.0.0.1:1', null);
    expect(choose({ id: world.orgId, sandbox: true }).name).toBe('catcher');
    expect(choose({ id: world.orgId, sandbox: false }).name).toBe('smtp');
    expect(emailProviders(world.app, null, null)({ id: world.orgId, sandbox: false }).name).toBe('catcher');
    await world.close();
  });

  test('a message of a real organisation arrives at the SMTP server, once', async () => {
    const { url, received } = await server();
    const world = await dispatchWorld({ sandbox: false });
    const deps = { ...world.deps, emailProvider: emailProviders(world.app, url, null) };
    const debtorId = await world.addDebtor();
    await world.addCase({ debtorId, entityId: await world.addEntity(), invoice: { number: 'F-1' } });
    const [id] = (await dispatchDebtor(deps, world.orgId, debtorId, null)).deliver;
    await Promise.all([deliverMessage(deps, world.orgId, id ?? ''), deliverMessage(deps, world.orgId, id ?? '')]);
    expect(received).toHaveLength(1);
    expect(received[0]).toContain(`Message-ID: <${id}@ateliers.example>`);
    expect(await world.messages()).toMatchObject([{ status: 'handed-over' }]);
    expect(await world.mails()).toEqual([]);
    await world.close();
  });

  test('the built-in mailbox keeps one row per acceptance, repeats included, and finds by Message-ID', async () => {
    const world = await dispatchWorld();
    const box = world.deps.emailProvider({ id: world.orgId, sandbox: true });
    const mine = { ...email, organisationId: world.orgId, messageId: world.orgId };
    await box.send(mine);
    await box.send(mine);
    expect(await world.mails()).toHaveLength(2);
    expect(await box.find?.(world.orgId, mine.messageIdHeader)).toBe(true);
    expect(await box.find?.(world.orgId, '<other@x>')).toBe(false);
    await world.close();
  });
});
