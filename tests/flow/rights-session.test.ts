import { makeSignInLink } from '@relance/api/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ORIGIN, PASSWORD, startApi, type Api, type Organisation } from '../drivers/api-server.ts';

let api: Api;
let organisation: Organisation;
let manager: { id: string; email: string };

beforeAll(async () => {
  api = await startApi();
  organisation = await api.newOrganisation();
  manager = await api.newUser(organisation.id, 'manager');
});
afterAll(() => api.close());

const cookieOf = (response: { headers: Record<string, unknown> }): string => {
  const set = response.headers['set-cookie'];
  return (Array.isArray(set) ? set : [set]).map((each) => String(each).split(';')[0]).join('; ');
};

const signIn = (password = PASSWORD, email = manager.email) =>
  api.server.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { origin: ORIGIN },
    payload: { email, password },
  });

const me = (cookie?: string) => api.server.inject({ url: '/api/trpc/session.me', headers: cookie ? { cookie } : {} });

test('e-mail and password open a session that knows its organisation', async () => {
  const response = await signIn();
  expect(response.statusCode).toBe(200);
  const set = String(response.headers['set-cookie']);
  expect(set).toContain('HttpOnly');
  expect(set).toContain('SameSite=Lax');
  const reply = await me(cookieOf(response));
  expect(reply.json()).toMatchObject({
    result: { data: { user: { email: manager.email }, organisation: { id: organisation.id }, role: 'manager' } },
  });
});

test('a wrong password is told without saying which part is wrong', async () => {
  const [wrong, nobody] = await Promise.all([signIn('not the password'), signIn(PASSWORD, 'nobody@relance.test')]);
  for (const response of [wrong, nobody]) {
    expect(response.statusCode).toBe(401);
    expect(response.headers['content-type']).toBe('application/problem+json');
    expect(response.json()).toMatchObject({ code: 'wrong-credentials' });
  }
});

test('nobody signs up by himself', async () => {
  const response = await api.server.inject({
    method: 'POST',
    url: '/api/auth/sign-up/email',
    headers: { origin: ORIGIN },
    payload: { email: 'new@relance.test', password: PASSWORD, name: 'New' },
  });
  expect(response.statusCode).toBe(404);
});

test('a sign-in link works once', async () => {
  const link = await makeSignInLink(api.deps.identity, ORIGIN, manager.id);
  const path = new URL(link).pathname;
  const first = await api.server.inject({ url: path });
  expect(first.statusCode).toBe(302);
  expect(first.headers.location).toBe('/');
  expect((await me(cookieOf(first))).statusCode).toBe(200);
  const second = await api.server.inject({ url: path });
  expect(second.headers.location).toBe('/sign-in?reason=link-used');
  expect(second.headers['set-cookie'] ?? []).toEqual([]);
});

test('without a session there is nothing to see', async () => {
  const reply = await me();
  expect(reply.statusCode).toBe(401);
  expect(reply.json()).toMatchObject({ error: { data: { problem: { code: 'unauthenticated', status: 401 } } } });
});

test('a change must come from our own pages', async () => {
  const cookie = cookieOf(await signIn());
  const set = (origin?: string) =>
    api.server.inject({
      method: 'POST',
      url: '/api/trpc/session.setPreferences',
      headers: { cookie, ...(origin && { origin }) },
      payload: { language: 'en' },
    });
  expect((await set('https://elsewhere.test')).statusCode).toBe(403);
  expect((await set()).statusCode).toBe(403);
  const own = await set(ORIGIN);
  expect(own.json()).toMatchObject({ result: { data: { user: { language: 'en' } } } });
});

test('signing out ends the session', async () => {
  const cookie = cookieOf(await signIn());
  const out = await api.server.inject({
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { cookie, origin: ORIGIN },
  });
  expect(out.statusCode).toBe(200);
  expect((await me(cookie)).statusCode).toBe(401);
});

test('a person works in the organisation of their choice, among their own', async () => {
  const other = await api.newOrganisation();
  const foreign = await api.newOrganisation();
  const { insertMember } = await import('@relance/db/queries');
  await insertMember(api.deps.identity, manager.id, { orgId: other.id, role: 'collector' });
  const cookie = cookieOf(await signIn());
  const choose = (organisationId: string) =>
    api.server.inject({
      method: 'POST',
      url: '/api/trpc/session.setOrganisation',
      headers: { cookie, origin: ORIGIN },
      payload: { organisationId },
    });
  expect((await choose(foreign.id)).statusCode).toBe(404);
  expect((await choose(other.id)).json()).toMatchObject({ result: { data: { role: 'collector' } } });
  expect((await me(cookie)).json()).toMatchObject({
    result: { data: { organisation: { id: other.id }, role: 'collector', memberships: [{}, {}] } },
  });
});
