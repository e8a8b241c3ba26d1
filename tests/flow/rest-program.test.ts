import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/processes/free-port.ts';
import { startApi, type Api } from '../drivers/api-server.ts';

const MAIN = fileURLToPath(new URL('../../api/src/main.ts', import.meta.url));

interface Ready {
  type: 'ready';
  origin: string;
  signInLink: string | null;
}

let api: Api;
let environment: Record<string, string>;
const children: ChildProcess[] = [];

beforeAll(async () => {
  api = await startApi();
  const { id } = await api.newOrganisation();
  await api.newUser(id, 'manager');
  const port = await freePort(4_600, '127.0.0.1');
  environment = {
    RELANCE_DB_APP_URL: api.database.app,
    RELANCE_DB_SYSTEM_URL: api.database.system,
    RELANCE_DB_AUTH_URL: api.database.auth,
    RELANCE_HOST: '127.0.0.1',
    RELANCE_PORT: String(port),
    RELANCE_ORIGIN: `http://127.0.0.1:${port}`,
    RELANCE_AUTH_SECRET: 'a secret of the tests, long enough for it',
    RELANCE_MAIL_KEY: 'a key that seals in the tests, long enough',
    RELANCE_DATA_DIR: '/tmp',
  };
  return () => api.close();
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
});

function run(changes: Record<string, string | undefined> = {}): ChildProcess {
  const env = { PATH: process.env['PATH'], ...environment, ...changes };
  const child = fork(MAIN, [], { env, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  children.push(child);
  return child;
}

async function ready(child: ChildProcess): Promise<Ready> {
  const [message] = (await once(child, 'message')) as [Ready];
  return message;
}

test.each([
  ['RELANCE_AUTH_SECRET', undefined, 'RELANCE_AUTH_SECRET is not set.'],
  ['RELANCE_PORT', 'many', 'RELANCE_PORT is wrong: it must be a port number.'],
  ['RELANCE_DB_APP_URL', 'mysql://x', 'RELANCE_DB_APP_URL is wrong: it must be a PostgreSQL URL.'],
])('%s = %s ends the program with one sentence', async (name, value, sentence) => {
  const child = run({ [name]: value });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  expect([code, said]).toEqual([1, `${sentence}\n`]);
});

test('says where it listens and how to sign in, tells pages of changes, ends with its supervisor', async () => {
  const child = run();
  const { origin, signInLink } = await ready(child);
  expect(origin).toBe(environment['RELANCE_ORIGIN']);
  expect(signInLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/sign-in\/[\w-]{43}$/);

  const signedIn = await fetch(signInLink ?? '', { redirect: 'manual' });
  expect(signedIn.status).toBe(302);
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');

  const live = await fetch(`${origin}/api/live`, { headers: { cookie } });
  expect(live.headers.get('content-type')).toContain('text/event-stream');
  const organisations = await api.owner.execute<{ id: string }>('select id from organisation');
  const reader = live.body?.pipeThrough(new TextDecoderStream()).getReader();
  await api.owner.execute(
    `insert into debtor (org_id, name, external_ref) values ('${organisations.rows[0]?.id}', 'New', 'n')`,
  );
  let heard = '';
  while (!heard.includes('data:')) heard += (await reader?.read())?.value ?? '';
  expect(heard).toContain('data: {"topics":["debtors"]}');

  const began = Date.now();
  child.disconnect();
  await once(child, 'exit');
  expect(Date.now() - began).toBeLessThan(5_000);
});

test('health answers in time while the database hangs, and other calls say that it is away', async () => {
  const silent = await listen();
  const child = run({ RELANCE_DB_APP_URL: `postgres://relance_app:x@127.0.0.1:${silent.port}/relance` });
  const { origin } = await ready(child);
  const began = Date.now();
  const reply = await fetch(`${origin}/api/v1/health`);
  expect(Date.now() - began).toBeLessThan(2_000);
  expect(reply.status).toBe(503);
  expect(await reply.json()).toMatchObject({ checks: { postgres: 'down' } });

  const { keys } = await api.newOrganisation();
  const list = await fetch(`${origin}/api/v1/invoices`, { headers: { authorization: `Bearer ${keys.manager}` } });
  expect(list.status).toBe(503);
  expect(list.headers.get('retry-after')).toBe('5');
  expect(await list.json()).toMatchObject({ code: 'database-away', part: 'postgres' });
  silent.server.close();
});

async function listen(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}
