import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@relance/db';
import { readHeartbeat } from '@relance/db/queries';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waits } from '../drivers/drawings.ts';
import { enrol, makeSandbox, owe, publish, readEnrolment } from '../drivers/sandbox.ts';
import { until } from '../drivers/until.ts';
import { openWorld, type World } from '../drivers/world.ts';
import { testTemporal } from '../setup/temporal.ts';

const MAIN = fileURLToPath(import.meta.resolve('@relance/worker/main'));

let world: World;
let folder: string;
let variables: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-main-'));
  const temporal = await testTemporal();
  variables = {
    RELANCE_DB_APP_URL: world.urls.app,
    RELANCE_DB_SYSTEM_URL: world.urls.system,
    RELANCE_DATA_DIR: folder,
    RELANCE_MAIL_KEY: 'a key that seals in the tests, long enough',
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
  };
});

afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

interface Program {
  child: ChildProcess;
  ready: Promise<unknown>;
  ended: Promise<number | null>;
  said: () => string;
}

function startMain(env: Record<string, string>): Program {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(MAIN, [], {
    env: { PATH, HOME, ...env },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return {
    child,
    ready: new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error(`it ended before it was ready: ${text}`)));
    }),
    ended: new Promise((resolve) => {
      child.once('exit', resolve);
    }),
    said: () => text,
  };
}

describe('the worker program', () => {
  test('works, gives signs of life, and ends when its channel closes', async () => {
    const program = startMain(variables);
    expect(await program.ready).toEqual({ type: 'ready' });
    const sandbox = await makeSandbox(world, '2026-03-02T08:00:00.000Z');
    const version = await publish(world, sandbox, waits(1));
    const invoices = await owe(world, sandbox, {
      name: 'Alpha',
      invoices: [{ number: 'F1', dueDate: '2026-03-01', amount: 100 }],
    });
    const [id = ''] = await enrol(world, sandbox, version, invoices);
    await until('the first step', async () => (await readEnrolment(world, sandbox, id)).seq > 0);
    const app = openDatabase(world.urls.app, { max: 1 });
    const beat = await until('a sign of life', () => readHeartbeat(app));
    expect(beat).toMatchObject({ temporal: true });
    await app.$client.end();

    const begun = Date.now();
    program.child.disconnect();
    expect(await program.ended).toBe(0);
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  test('ends in order on a signal', async () => {
    const program = startMain(variables);
    await program.ready;
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });

  test('says in one sentence what it misses', async () => {
    const { RELANCE_DB_APP_URL: _left, ...rest } = variables;
    const program = startMain(rest);
    await expect(program.ready).rejects.toThrow('it ended');
    expect(await program.ended).toBe(1);
    expect(await until('the sentence', async () => program.said())).toBe('RELANCE_DB_APP_URL is not set.\n');
  });

  test('starts without Temporal and says so', async () => {
    const program = startMain({ ...variables, TEMPORAL_ADDRESS: '127.0.0.1:1' });
    expect(await program.ready).toEqual({ type: 'ready' });
    const app = openDatabase(world.urls.app, { max: 1 });
    await until('a sign of life without Temporal', async () => {
      const beat = await readHeartbeat(app);
      return beat !== null && !beat.temporal;
    });
    await app.$client.end();
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
  });
});
