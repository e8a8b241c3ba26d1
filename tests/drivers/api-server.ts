import { inOrganisation, newId, openDatabase, pause, type Database } from '@relance/db';
import { beginAdvance, insertApiKeys, insertMember, insertSandbox, readClockState } from '@relance/db/queries';
import { entity, signInAccount, user, type Role } from '@relance/db/schema';
import { createLog, createServer, hashApiKey, hashPassword, LiveFeed, newApiKey, openDeps } from '@relance/api/testing';
import { stepOrganisation } from '@relance/worker/sandbox';
import { emailProviders } from '@relance/worker/testing';
import pino from 'pino';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';
import type { World } from './world.ts';

export const ORIGIN = 'http://relance.test';
export const PASSWORD = 'correct horse battery';
export const MAIL_KEY = 'a key that seals in the tests, long enough';

export interface Reply<Body = Record<string, unknown>> {
  status: number;
  headers: Record<string, unknown>;
  body: Body;
}

export interface Organisation {
  id: string;
  entityId: string;
  keys: Record<'manager' | 'collector' | 'admin', string>;
}

interface CallOptions {
  key?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
}

interface ApiSettings {
  signInsPerMinute?: number;
  /** Another database than a fresh one. */
  database?: FreshDatabase;
}

/** The whole API in this process on a database of its own: requests are injected, no socket is opened. */
export async function startApi({ signInsPerMinute = 1_000, ...settings }: ApiSettings = {}) {
  const database = settings.database ?? (await freshDatabase());
  const log = createLog('silent');
  const deps = await openDeps({
    appUrl: database.app,
    systemUrl: database.system,
    identityUrl: database.auth,
    origin: ORIGIN,
    secret: 'a secret of the tests, long enough for it',
    mailKey: MAIL_KEY,
    log,
    signInsPerMinute,
  });
  const feed = new LiveFeed(database.system, log);
  const server = await createServer({ deps, feed, webFolder: '/nonexistent' });
  const owner = openDatabase(database.owner, { max: 2 });

  /** One REST call, e.g. `call('GET /invoices?limit=2', { key })`. */
  async function call<Body = Record<string, unknown>>(
    line: string,
    { key, body, headers = {} }: CallOptions = {},
  ): Promise<Reply<Body>> {
    const [method, path] = line.split(' ') as ['GET' | 'POST' | 'PUT' | 'OPTIONS', string];
    const response = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...(key && { authorization: `Bearer ${key}` }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    const text = response.body;
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (text.startsWith('{') ? JSON.parse(text) : text) as Body,
    };
  }

  const world: World = {
    deps: {
      app: deps.app,
      system: deps.system,
      log: pino({ level: 'silent' }),
      emailProvider: emailProviders(deps.app, null, MAIL_KEY),
      mailKey: MAIL_KEY,
    },
    owner,
    urls: database,
    close: () => Promise.resolve(),
  };

  /** The cookie of a session of that person. */
  async function signIn(email: string, password = PASSWORD): Promise<string> {
    const response = await server.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { origin: ORIGIN },
      payload: { email, password },
    });
    const set = response.headers['set-cookie'] ?? [];
    return [set]
      .flat()
      .map((each) => each.split(';')[0])
      .join('; ');
  }

  /** One query of the web application; its data, or its problem. */
  async function query<Data = Record<string, unknown>>(path: string, cookie: string, input?: object): Promise<Data> {
    const given = input ? `?input=${encodeURIComponent(JSON.stringify(input))}` : '';
    const response = await server.inject({ url: `/api/trpc/${path}${given}`, headers: { cookie } });
    const body = response.json<{ result?: { data: Data }; error?: { data: { problem: Data } } }>();
    const data = body.result?.data ?? body.error?.data.problem;
    if (!data) throw new Error(`unexpected answer: ${response.body}`);
    return data;
  }

  /** Works off what is due in an organisation, advancing its clock to where it was asked to go. */
  async function settle({ id }: Pick<Organisation, 'id'>): Promise<void> {
    await inOrganisation(deps.app, id, async (tx) => {
      const { now, advancingTo } = await readClockState(tx, id);
      if (advancingTo === null) await beginAdvance(tx, id, { from: now, to: now, via: 'direct' });
    });
    for (;;) {
      const { done, wakeInMs } = await stepOrganisation(world.deps, id, null);
      if (done) return;
      await pause(wakeInMs ?? 0);
    }
  }

  return {
    database,
    world,
    settle,
    signIn,
    query,
    deps,
    server,
    feed,
    owner,
    call,
    newOrganisation: (now = '2026-03-02T08:00:00.000Z') => newOrganisation(deps.app, deps.identity, now),
    newUser: (organisationId: string, role: Role) => newUser(deps.identity, organisationId, role),
    async close(): Promise<void> {
      await server.close();
      await feed.close();
      await deps.close();
      await owner.$client.end();
      await database.drop();
    },
  };
}

export type Api = Awaited<ReturnType<typeof startApi>>;

async function newOrganisation(app: Database, identity: Database, now: string): Promise<Organisation> {
  const id = newId();
  const keys = { manager: newApiKey(), collector: newApiKey(), admin: newApiKey() };
  await insertApiKeys(
    identity,
    (['manager', 'collector', 'admin'] as const).map((role) => ({
      id: newId(),
      orgId: id,
      role,
      name: role,
      hash: hashApiKey(keys[role]),
    })),
  );
  const entityId = await inOrganisation(app, id, async (tx) => {
    await insertSandbox(tx, { id, name: 'Test', now, actor: 'system' });
    const [row] = await tx.select({ id: entity.id }).from(entity);
    if (!row) throw new Error('a sandbox has an entity');
    return row.id;
  });
  return { id, entityId, keys };
}

async function newUser(identity: Database, organisationId: string, role: Role): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = `${role}-${id}@relance.test`;
  const now = new Date();
  await identity.insert(user).values({ id, name: role, email, createdAt: now, updatedAt: now });
  await identity.insert(signInAccount).values({
    id: newId(),
    accountId: id,
    providerId: 'credential',
    userId: id,
    password: await hashPassword(PASSWORD),
    createdAt: now,
    updatedAt: now,
  });
  await insertMember(identity, id, { orgId: organisationId, role });
  return { id, email };
}
