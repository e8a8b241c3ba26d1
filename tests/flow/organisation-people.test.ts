import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ORIGIN, startApi, type Api, type Organisation } from '../drivers/api-server.ts';
import { callAtOnce } from '../drivers/drawings.ts';
import { enrol, owe, publish } from '../drivers/sandbox.ts';
import { webClient, type Problem, type WebClient } from '../drivers/web-client.ts';

interface Invitation {
  id: string;
  link: string;
  expiresAt: string;
}
interface Members {
  items: { userId: string; name: string; email: string; role: string }[];
}
interface Look {
  state: string;
  known: boolean;
  signedInAs: string | null;
  [member: string]: unknown;
}

const NEW_PASSWORD = 'a password of her own';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

async function team(): Promise<{ organisation: Organisation; managerId: string; claire: WebClient }> {
  const organisation = await api.newOrganisation();
  const { id, email } = await api.newUser(organisation.id, 'manager');
  return { organisation, managerId: id, claire: webClient(api, await api.signIn(email)) };
}

let count = 0;
const someone = (role = 'collector') => ({ email: `nadia-${(count += 1)}@ateliers.example`, name: 'Nadia', role });
const tokenOf = ({ link }: Invitation): string => new URL(link).pathname.split('/').at(-1) ?? '';

interface AuthReply<Body> {
  status: number;
  body: Body;
  cookie: string;
}

async function auth<Body = Record<string, unknown>>(
  path: string,
  body: object,
  cookie?: string,
): Promise<AuthReply<Body>> {
  const response = await api.server.inject({
    method: 'POST',
    url: `/api/auth/invitation/${path}`,
    headers: { origin: ORIGIN, 'content-type': 'application/json', ...(cookie && { cookie }) },
    payload: JSON.stringify(body),
  });
  const set = [response.headers['set-cookie'] ?? []].flat().map((each) => each.split(';')[0]);
  return { status: response.statusCode, body: response.json<Body>(), cookie: set.join('; ') };
}

const trail = async ({ id }: Organisation) =>
  (
    await api.owner.execute<{ kind: string; actor: string; data: unknown }>(
      `select kind, actor, data from audit where org_id = '${id}' and kind similar to '(member|invitation)%' order by id`,
    )
  ).rows;

describe('an invitation', () => {
  test('lets somebody new in once, with the password of her choice and the role she was offered', async () => {
    const { organisation, claire } = await team();
    const nadia = someone();
    const made = await claire.tell<Invitation>('invitations.create', { ...nadia, email: nadia.email.toUpperCase() });
    const days = (Date.parse(made.expiresAt) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(6.99);
    expect(days).toBeLessThanOrEqual(7);
    const token = tokenOf(made);
    expect((await auth<Look>('look', { token })).body).toEqual({
      state: 'open',
      organisation: 'Test',
      ...nadia,
      known: false,
      signedInAs: null,
    });
    const taken = await auth('accept', { token, name: 'Nadia Lefort', password: NEW_PASSWORD });
    expect([taken.status, taken.body]).toEqual([200, { organisationId: organisation.id }]);
    expect(await webClient(api, taken.cookie).ask('session.me')).toMatchObject({
      user: { name: 'Nadia Lefort', email: nadia.email },
      organisation: { id: organisation.id },
      role: 'collector',
    });
    expect((await auth<Look>('look', { token })).body.state).toBe('used');
    const again = await auth<Problem>('accept', { token, name: 'Other', password: NEW_PASSWORD });
    expect([again.status, again.cookie]).toEqual([409, '']);
    const signedIn = await api.server.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: ORIGIN },
      payload: { email: nadia.email, password: NEW_PASSWORD },
    });
    expect(signedIn.statusCode).toBe(200);
    expect((await claire.ask<{ items: unknown[] }>('invitations.list')).items).toEqual([]);
    expect((await claire.ask<Members>('members.list')).items).toContainEqual(
      expect.objectContaining({ email: nadia.email, role: 'collector', name: 'Nadia Lefort' }),
    );
    expect((await trail(organisation)).map(({ kind }) => kind)).toEqual(['invitation-created', 'member-joined']);
  });

  test('of two who open the link at once, one gets in', async () => {
    const { claire } = await team();
    const token = tokenOf(await claire.tell<Invitation>('invitations.create', someone()));
    const both = await Promise.all(
      ['Nadia', 'Other'].map((name) => auth('accept', { token, name, password: NEW_PASSWORD })),
    );
    expect(both.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });

  test('is kept by the digest of its link alone, and its mail is sealed until it leaves', async () => {
    const { organisation, claire } = await team();
    const token = tokenOf(await claire.tell<Invitation>('invitations.create', someone()));
    const rows = await api.owner.execute(
      `select i.*, m.*, encode(m.body, 'escape') as sealed from auth.invitation i
        join staff_mail m on m.ref = i.id::text where i.org_id = '${organisation.id}'`,
    );
    expect(rows.rows).toHaveLength(1);
    expect(JSON.stringify(rows.rows)).not.toContain(token);
  });

  test('asks somebody who has an account to sign in with it, and then just joins', async () => {
    const { organisation, claire } = await team();
    const elsewhere = await api.newOrganisation();
    const known = await api.newUser(elsewhere.id, 'collector');
    const offer = { email: known.email, name: 'K', role: 'admin' };
    const token = tokenOf(await claire.tell<Invitation>('invitations.create', offer));
    const stranger = await auth<Problem>('accept', { token, name: 'Thief', password: NEW_PASSWORD });
    expect(stranger).toMatchObject({ status: 409, body: { code: 'sign-in-first' }, cookie: '' });
    const other = await api.signIn((await api.newUser(elsewhere.id, 'manager')).email);
    expect(await auth('accept', { token }, other)).toMatchObject({ status: 409 });
    const own = await api.signIn(known.email);
    expect((await auth<Look>('look', { token }, own)).body).toMatchObject({ known: true, signedInAs: known.email });
    expect((await auth('accept', { token }, own)).status).toBe(200);
    expect(await webClient(api, own).ask('session.me')).toMatchObject({
      organisation: { id: organisation.id },
      role: 'admin',
      memberships: [{ organisationId: elsewhere.id }, { organisationId: organisation.id }],
    });
    expect(await api.signIn(known.email)).toContain('relance.session_token');
  });

  test('can be withdrawn, is withdrawn by the next one to the same address, and ends after seven days', async () => {
    const { organisation, claire } = await team();
    const nadia = someone();
    const first = await claire.tell<Invitation>('invitations.create', nadia);
    const second = await claire.tell<Invitation>('invitations.create', nadia);
    const taking = { name: 'Nadia', password: NEW_PASSWORD };
    expect(await auth('accept', { token: tokenOf(first), ...taking })).toMatchObject({ status: 409 });
    await claire.tell('invitations.revoke', { id: second.id });
    expect((await auth<Look>('look', { token: tokenOf(second) })).body.state).toBe('withdrawn');
    expect(await auth('accept', { token: tokenOf(second), ...taking })).toMatchObject({ status: 409 });
    expect(await claire.tell<Problem>('invitations.revoke', { id: second.id })).toMatchObject({ status: 404 });
    const third = await claire.tell<Invitation>('invitations.create', nadia);
    await api.owner.execute(`update auth.invitation set expires_at = now() where id = '${third.id}'`);
    expect(await auth('accept', { token: tokenOf(third), ...taking })).toMatchObject({ status: 409 });
    expect(await claire.ask('invitations.list')).toMatchObject({ items: [{ id: third.id, expired: true }] });
    const { rows } = await api.owner.execute(`select 1 from auth.user where email = '${nadia.email}'`);
    expect(rows).toEqual([]);
    expect((await trail(organisation)).map(({ kind }) => kind)).toEqual([
      'invitation-created',
      'invitation-created',
      'invitation-withdrawn',
      'invitation-created',
    ]);
  });

  test('is refused for a member, a wrong address or a wrong role; a wrong token or a short password gets nowhere', async () => {
    const { organisation, claire } = await team();
    const member = await api.newUser(organisation.id, 'collector');
    expect(await claire.tell<Problem>('invitations.create', { ...someone(), email: member.email })).toMatchObject({
      status: 409,
      code: 'already-member',
    });
    for (const wrong of [{ email: 'a@b.example\r\nBcc: c@d.example' }, { role: 'owner' }, { name: 'N\nX' }]) {
      expect(await claire.tell<Problem>('invitations.create', { ...someone(), ...wrong })).toMatchObject({
        status: 400,
      });
    }
    expect((await auth('look', { token: 'x'.repeat(43) })).status).toBe(404);
    expect((await auth('look', { token: "x' or 1=1 --" })).status).toBe(400);
    const token = tokenOf(await claire.tell<Invitation>('invitations.create', someone()));
    expect((await auth('accept', { token, name: 'N', password: 'short' })).status).toBe(400);
    expect((await auth('accept', { token })).status).toBe(400);
    expect((await auth<Look>('look', { token })).body.state).toBe('open');
  });

  test('leaves by mail, with its link', async () => {
    const { organisation, claire } = await team();
    const nadia = someone();
    const { link } = await claire.tell<Invitation>('invitations.create', nadia);
    expect(await claire.ask('invitations.list')).toMatchObject({ items: [{ mail: 'planned' }] });
    await api.settle(organisation);
    const { rows } = await api.owner.execute<{ to: string[]; text: string; html: string }>(
      `select "to", text, html from mail where org_id = '${organisation.id}'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.to).toEqual([nadia.email]);
    expect(rows[0]?.text).toContain(link);
    expect(rows[0]?.html).toContain(`href="${link}"`);
    expect(await claire.ask('invitations.list')).toMatchObject({ items: [{ mail: 'sent' }] });
    const kept = await api.owner.execute(`select body from staff_mail where org_id = '${organisation.id}'`);
    expect(kept.rows).toEqual([{ body: null }]);
  });
});

describe('a member', () => {
  test('gets another role and loses the place, and the next request knows', async () => {
    const { organisation, claire } = await team();
    const karim = await api.newUser(organisation.id, 'collector');
    const his = webClient(api, await api.signIn(karim.email));
    expect(await his.tell<Problem>('members.setRole', { userId: karim.id, role: 'manager' })).toMatchObject({
      status: 403,
    });
    const members = await claire.tell<Members>('members.setRole', { userId: karim.id, role: 'admin' });
    expect(members.items).toContainEqual(expect.objectContaining({ userId: karim.id, role: 'admin' }));
    expect(await his.ask('session.me')).toMatchObject({ role: 'admin' });
    await claire.tell('members.remove', { userId: karim.id });
    expect(await his.ask<Problem>('session.me')).toMatchObject({ status: 403, code: 'no-organisation' });
    expect(await claire.tell<Problem>('members.remove', { userId: karim.id })).toMatchObject({ status: 404 });
    expect((await trail(organisation)).map(({ kind, data }) => ({ kind, data }))).toEqual([
      { kind: 'member-changed', data: { from: 'collector', to: 'admin' } },
      { kind: 'member-removed', data: { from: 'admin' } },
    ]);
  });

  test('who is the last manager stays, whoever else changes the team at the same time', async () => {
    const { organisation, managerId, claire } = await team();
    for (const attempt of [
      claire.tell<Problem>('members.remove', { userId: managerId }),
      claire.tell<Problem>('members.setRole', { userId: managerId, role: 'collector' }),
    ]) {
      expect(await attempt).toMatchObject({ status: 409, code: 'last-manager' });
    }
    const second = await api.newUser(organisation.id, 'manager');
    const hers = webClient(api, await api.signIn(second.email));
    await Promise.all([
      claire.tell('members.remove', { userId: second.id }),
      hers.tell('members.remove', { userId: managerId }),
    ]);
    const { rows } = await api.owner.execute(
      `select 1 from auth.member where org_id = '${organisation.id}' and role = 'manager'`,
    );
    expect(rows).toHaveLength(1);
  });

  test('who leaves gives the tasks back, and others can do them', async () => {
    const { organisation, claire } = await team();
    const sandbox = { organisationId: organisation.id, entityId: organisation.entityId };
    const invoiceIds = await owe(api.world, sandbox, {
      name: 'Acier',
      invoices: [{ number: 'F1', dueDate: '2026-02-10', amount: 10_000 }],
    });
    await enrol(api.world, sandbox, await publish(api.world, sandbox, callAtOnce()), invoiceIds);
    await api.settle(organisation);
    const karim = await api.newUser(organisation.id, 'collector');
    const his = webClient(api, await api.signIn(karim.email));
    const [task] = (await claire.ask<{ items: { id: string }[] }>('tasks.list', { status: 'open' })).items;
    expect(await his.tell('tasks.claim', { id: task?.id })).toMatchObject({ status: 'claimed' });
    await claire.tell('members.remove', { userId: karim.id });
    expect(await claire.tell('tasks.claim', { id: task?.id })).toMatchObject({ status: 'claimed' });
  });

  test('of another organisation is not there', async () => {
    const { claire } = await team();
    const other = await team();
    expect(await claire.tell<Problem>('members.remove', { userId: other.managerId })).toMatchObject({ status: 404 });
  });
});
