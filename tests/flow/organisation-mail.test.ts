import { inOrganisation } from '@relance/db';
import { clock, contact, mail, message } from '@relance/db/schema';
import { deliverMessage, dispatchDebtor } from '@relance/worker/dispatch';
import { emailProviders } from '@relance/worker/providers';
import { stepOrganisation } from '@relance/worker/sandbox';
import { stepEnrolment } from '@relance/worker/step';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MAIL_KEY, startApi, type Api } from '../drivers/api-server.ts';
import { reminderThenCall } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';
import { startSmtp } from '../drivers/smtp-server.ts';
import { webClient, type Problem, type WebClient } from '../drivers/web-client.ts';

interface Test {
  id: string;
  to: string;
  status: string;
  reason: string | null;
  detail: string | null;
}

const MORNING = '2026-03-02T09:30:00.000Z';
const IDENTITY = {
  accountHolder: 'Ateliers SAS',
  iban: 'FR1420041010050500013M02606',
  emailFrom: 'compta@ateliers.example',
  senderName: 'Ada Blum',
};
/** Lets everybody in. */
const OPEN = {
  allowInsecureAuth: true,
  onAuth: (_auth: unknown, _session: unknown, done: Done) => done(null, { user: 'ada' }),
};
const plain = (port: number) => ({ host: '127.0.0.1', port, security: 'none', username: null });

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function smtp(...options: Parameters<typeof startSmtp>) {
  const started = await startSmtp(...options);
  closing.push(started.close);
  return started;
}

/** A real organisation at a fixed hour of a working day, so that messages are due whenever the test runs. */
async function founded() {
  const home = await api.newOrganisation();
  const { email } = await api.newUser(home.id, 'manager');
  const claire = webClient(api, await api.signIn(email));
  const made = await claire.tell<{ id: string; entityId: string }>('organisations.create', {
    name: 'Ateliers',
    country: 'FR',
    language: 'fr',
    currency: 'EUR',
    timeZone: 'Europe/Paris',
  });
  await claire.tell('entities.update', { id: made.entityId, ...IDENTITY });
  const within = <Result>(work: Parameters<typeof inOrganisation<Result>>[2]) =>
    inOrganisation(api.deps.app, made.id, work);
  await within((tx) => tx.update(clock).set({ anchorOrg: MORNING, anchorReal: new Date().toISOString() }));
  return { ...made, email, claire, within };
}

/** What the organisation's run does with what is left for it. */
const run = (id: string) => stepOrganisation(api.world.deps, id, null);

async function tested(claire: WebClient, id: string): Promise<Test> {
  const planned = await claire.tell<Test>('organisation.testMail');
  expect(planned.status).toBe('planned');
  await run(id);
  return claire.ask<Test>('organisation.mailTest', { id: planned.id });
}

describe('the mail server', () => {
  test('keeps its password sealed, never shows it, and does not send it to another server', async () => {
    const { id, claire } = await founded();
    const given = { host: 'smtp.ateliers.example', port: 587, security: 'starttls', username: 'ada' };
    const shown = { server: { ...given, hasPassword: true, testedAt: null } };
    expect(await claire.tell('organisation.setMailServer', { ...given, password: 's3cret-word' })).toEqual(shown);
    expect(await claire.tell('organisation.setMailServer', given)).toEqual(shown);
    const moved = { ...given, host: 'smtp.elsewhere.example' };
    expect(await claire.tell<Problem>('organisation.setMailServer', moved)).toMatchObject({
      status: 422,
      code: 'password-needed',
    });
    expect(await claire.ask('organisation.mailServer')).toEqual(shown);
    const kept = await api.owner.execute(`
      select encode(password, 'escape') as sealed, (select json_agg(data) from audit a where a.org_id = '${id}') as trail
      from mail_server where org_id = '${id}'`);
    expect(JSON.stringify(kept.rows)).not.toContain('s3cret');
    expect(await claire.tell('organisation.removeMailServer')).toEqual({ server: null });
  });

  test.each([
    ['port', 0],
    ['port', 65_536],
    ['host', 'smtp://mail.example'],
    ['host', 'mail.example\r\nRCPT'],
    ['host', 'mail.example:25'],
    ['security', 'ssl'],
  ])('%s = %j is refused by name', async (path, value) => {
    const { claire } = await founded();
    const problem = await claire.tell<Problem>('organisation.setMailServer', { ...plain(25), [path]: value });
    expect(problem.status).toBe(400);
    expect(problem.errors?.[0]?.path).toBe(path);
    expect(await claire.ask('organisation.mailServer')).toEqual({ server: null });
  });

  test('a test message reaches the caller, in the name of the company, and says so', async () => {
    const { id, email, claire } = await founded();
    const seen: unknown[] = [];
    const { port, received } = await smtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, callback) {
        seen.push([username, password]);
        callback(null, { user: username });
      },
    });
    await claire.tell('organisation.setMailServer', { ...plain(port), username: 'ada', password: 'p@ss word' });
    expect(await tested(claire, id)).toMatchObject({ to: email, status: 'sent', reason: null });
    expect(seen).toEqual([['ada', 'p@ss word']]);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(/^From: Ateliers <compta@ateliers\.example>\r?$/m);
    expect(received[0]).toContain(`To: ${email}`);
    expect(await claire.ask('organisation.mailServer')).toMatchObject({ server: { testedAt: expect.any(String) } });
  });

  test.each([
    [
      'password',
      {
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_a: unknown, _s: unknown, done: Done) => done(refusal(535)),
      },
    ],
    ['refused', { ...OPEN, onMailFrom: (_a: unknown, _s: unknown, done: Done) => done(refusal(553)) }],
  ])('a server that says no is told as %s, without the password', async (reason, options) => {
    const { id, claire } = await founded();
    const { port, received } = await smtp(options);
    await claire.tell('organisation.setMailServer', { ...plain(port), username: 'ada', password: 's3cret-word' });
    const told = await tested(claire, id);
    expect(told).toMatchObject({ status: 'failed', reason });
    expect(JSON.stringify(told)).not.toContain('s3cret');
    expect(received).toEqual([]);
  });

  test('a server that is not there is told as unreachable, one without TLS as not secure', async () => {
    const { id, claire } = await founded();
    await claire.tell('organisation.setMailServer', plain(1));
    expect(await tested(claire, id)).toMatchObject({ status: 'failed', reason: 'unreachable' });
    const { port } = await smtp();
    await claire.tell('organisation.setMailServer', { ...plain(port), security: 'starttls' });
    expect(await tested(claire, id)).toMatchObject({ status: 'failed', reason: 'security' });
  });

  test('a password sealed with another key is told, and nothing is sent by another way', async () => {
    const { id, claire } = await founded();
    const { port, received, url } = await smtp();
    await claire.tell('organisation.setMailServer', { ...plain(port), username: 'ada', password: 'word' });
    const planned = await claire.tell<Test>('organisation.testMail');
    const choose = emailProviders(api.deps.app, url, 'another key that seals in the tests');
    await stepOrganisation({ ...api.world.deps, emailProvider: choose }, id, null);
    expect(await claire.ask('organisation.mailTest', { id: planned.id })).toMatchObject({ reason: 'unreadable' });
    expect(received).toEqual([]);
  });

  test('only manager and admin see and change it', async () => {
    const { id } = await founded();
    const collector = webClient(api, await api.signIn((await api.newUser(id, 'collector')).email));
    for (const answer of [
      collector.ask<Problem>('organisation.mailServer'),
      collector.tell<Problem>('organisation.setMailServer', plain(25)),
      collector.tell<Problem>('organisation.testMail'),
    ]) {
      expect(await answer).toMatchObject({ status: 403 });
    }
  });
});

describe('sending', () => {
  /** One reminder that is due now. */
  async function withReminder() {
    const at = await founded();
    const place = { organisationId: at.id, entityId: at.entityId };
    const invoiceIds = await owe(api.world, place, {
      name: 'Acier',
      invoices: [{ number: 'F1', dueDate: '2026-02-10', amount: 10_000 }],
    });
    await at.claire.tell('organisation.update', { staleAfterHours: null, batchFactor: null });
    const [enrolmentId] = await enrol(
      api.world,
      place,
      await publish(api.world, place, reminderThenCall()),
      invoiceIds,
    );
    await stepEnrolment(api.world.deps, at.id, enrolmentId ?? '', null);
    const contacts = () => at.within((tx) => tx.select().from(contact));
    const debtorId = (await contacts())[0]?.debtorId ?? '';
    await at.within((tx) => tx.update(contact).set({ slotAt: MORNING }));
    const dispatch = async () => {
      for (const messageId of (await dispatchDebtor(api.world.deps, at.id, debtorId, null)).deliver) {
        await deliverMessage(api.world.deps, at.id, messageId);
      }
    };
    return { ...at, contacts, dispatch };
  }

  test('is off until somebody says how many would leave and turns it on; then they leave by the organisation’s server', async () => {
    const { id, claire, contacts, dispatch, within } = await withReminder();
    const { port, received } = await smtp();
    await claire.tell('organisation.setMailServer', plain(port));
    // let go just now: it would leave within the quarter hour
    await within((tx) => tx.update(contact).set({ slotAt: '2026-03-02T09:44:00.000Z' }));
    expect(await claire.ask('organisation.sending')).toMatchObject({ heldBack: { messages: 1, debtors: 1 } });
    await within((tx) => tx.update(contact).set({ slotAt: '2026-03-02T09:46:00.000Z' }));
    expect(await claire.ask('organisation.sending')).toMatchObject({ heldBack: { messages: 0, debtors: 0 } });
    await within((tx) => tx.update(contact).set({ slotAt: MORNING }));
    await dispatch();
    expect(await contacts()).toMatchObject([{ status: 'planned', waitingFor: 'sending', slotAt: null }]);
    expect(received).toEqual([]);
    expect(await claire.ask('organisation.sending')).toEqual({
      on: false,
      wayOut: 'own',
      heldBack: { messages: 1, debtors: 1 },
    });
    expect(await claire.tell('organisation.setSending', { on: true, reason: 'Relu' })).toMatchObject({ on: true });
    const pokes = await api.owner.execute(`select kind from outbox where org_id = '${id}' and kind = 'debtor'`);
    expect(pokes.rows).toHaveLength(1);
    await dispatch();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatch(/^From: Ateliers <compta@ateliers\.example>\r?$/m);
    expect(await contacts()).toMatchObject([{ status: 'sent' }]);
    expect(await within((tx) => tx.select().from(mail))).toEqual([]);
    const trail = await api.owner.execute(
      `select kind, reason, data from audit where org_id = '${id}' and kind like 'sending-%'`,
    );
    expect(trail.rows).toEqual([{ kind: 'sending-on', reason: 'Relu', data: { released: 1 } }]);
  });

  test('stopped keeps what is planned planned, also what was about to leave', async () => {
    const { id, claire, contacts, dispatch, within } = await withReminder();
    const { port, received } = await smtp();
    await claire.tell('organisation.setMailServer', plain(port));
    await claire.tell('organisation.setSending', { on: true });
    const debtorId = (await contacts())[0]?.debtorId ?? '';
    const { deliver } = await dispatchDebtor(api.world.deps, id, debtorId, null);
    const collector = webClient(api, await api.signIn((await api.newUser(id, 'collector')).email));
    expect(await collector.tell('organisation.setSending', { on: false })).toMatchObject({ on: false });
    await deliverMessage(api.world.deps, id, deliver[0] ?? '');
    await dispatch();
    expect(received).toEqual([]);
    expect(await contacts()).toMatchObject([{ status: 'planned', waitingFor: 'sending' }]);
    expect(await within((tx) => tx.select().from(message))).toEqual([]);
    expect(await collector.tell<Problem>('organisation.setSending', { on: true })).toMatchObject({ status: 403 });
    expect(await claire.ask('session.me')).toMatchObject({ organisation: { sending: false, sandbox: false } });
  });

  test('without a mail server of its own, it is said whether the installation’s sends or nothing does', async () => {
    const { claire } = await founded();
    const wayOut = async () => (await claire.ask<{ wayOut: string | null }>('organisation.sending')).wayOut;
    const beat = (smtp: boolean) =>
      api.owner.execute(`insert into heartbeat (name, at, data, beats) values ('worker', now(), '{"smtp": ${smtp}}', 1)
        on conflict (name) do update set data = excluded.data`);
    expect(await wayOut()).toBeNull();
    await beat(false);
    expect(await wayOut()).toBe('mailbox');
    await beat(true);
    expect(await wayOut()).toBe('installation');
  });

  test('a sandbox writes into its own mailbox whatever mail server or SMTP_URL says', async () => {
    const { url, port, received } = await smtp();
    const home = await api.newOrganisation();
    const claire = webClient(api, await api.signIn((await api.newUser(home.id, 'manager')).email));
    await claire.tell('organisation.setMailServer', plain(port));
    const planned = await claire.tell<Test>('organisation.testMail');
    const deps = { ...api.world.deps, emailProvider: emailProviders(api.deps.app, url, MAIL_KEY) };
    await stepOrganisation(deps, home.id, null);
    expect(await claire.ask('organisation.mailTest', { id: planned.id })).toMatchObject({ status: 'sent' });
    expect(received).toEqual([]);
    expect((await claire.ask<{ items: unknown[] }>('mailbox.list', {})).items).toHaveLength(1);
  });
});

type Done = (error: Error | null, answer?: { user: string }) => void;

function refusal(responseCode: number): Error {
  return Object.assign(new Error('no'), { responseCode });
}
