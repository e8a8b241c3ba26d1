import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '@relance/db/embedded';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../scripts/processes/free-port.ts';
import { commandLine, holdersOf } from '../../scripts/processes/holders-of.ts';
import { fakeCheckout } from '../setup/fake-checkout.ts';
import { postgresPid, RunningStart } from '../setup/running-start.ts';
import { readSettings } from '../setup/settings.ts';

let checkout: string;
let dataDir: string;
let port: number;
const starts: RunningStart[] = [];

beforeEach(async () => {
  checkout = await fakeCheckout();
  dataDir = path.join(checkout, '.relance');
  port = await freePort();
});

afterEach(async () => {
  for (const started of starts.splice(0)) {
    if (!started.ended) started.signal('SIGTERM');
    await started.end();
  }
  for (const pid of await ours()) process.kill(pid, 'SIGKILL');
  await rm(checkout, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): RunningStart {
  const own = { RELANCE_PORT: String(port), RELANCE_TEMPORAL_CLI: readSettings().temporalBinary };
  const started = new RunningStart(['--import', 'tsx', 'start.ts'], checkout, { ...own, ...env });
  starts.push(started);
  return started;
}

const temporalPids = (): Promise<number[]> => holdersOf(path.join(dataDir, 'temporal', 'temporal.db'));
const logPids = (name: string): Promise<number[]> => holdersOf(path.join(dataDir, 'logs', `${name}.log`));

/** Everything that runs on this store. */
async function ours(): Promise<number[]> {
  const lists = await Promise.all([temporalPids(), ...['postgres', 'temporal', 'api', 'worker'].map(logPids)]);
  return [...new Set(lists.flat())];
}

async function allGone(): Promise<void> {
  for (let tries = 0; (await ours()).length > 0 && tries < 100; tries++) await sleep(100);
  expect(await ours()).toEqual([]);
}

test('starts everything, says each step and where to go, and stops all of it', async () => {
  const first = start();
  await first.says(/Ctrl-C to stop/);
  for (const name of [
    'PostgreSQL',
    'Temporal',
    'Migrations',
    'Demo data',
    'Web application',
    'api',
    'worker',
    'Health',
  ]) {
    expect(first.output).toMatch(new RegExp(`^  ${name} +\\d+\\.\\d s`, 'm'));
  }
  expect(first.output).toContain(`http://127.0.0.1:${port}/enter?once=1`);
  expect(first.output).toMatch(/manager +manager@example\.org +secret/);
  const demo: unknown = JSON.parse(await readFile(path.join(dataDir, 'demo.json'), 'utf8'));
  expect(demo).toMatchObject({ url: `http://127.0.0.1:${port}`, apiKey: 'demo-key' });
  for (const name of ['demo.json', 'secrets.json']) {
    expect((await stat(path.join(dataDir, name))).mode & 0o777).toBe(0o600);
  }
  expect(existsSync(path.join(checkout, 'designer', 'dist', 'index.html'))).toBe(true);

  const second = start();
  expect(await second.end()).toBe(1);
  expect(second.output).toContain(`at http://127.0.0.1:${port}`);

  first.signal('SIGINT');
  expect(await first.end()).toBe(0);
  await allGone();

  const again = start();
  await again.says(/Ctrl-C to stop/, 10_000);
  expect(again.output).not.toContain('Demo data');
  expect(again.output).toMatch(/Web application +.*unchanged/);
});

test('adopts the servers of a killed supervisor, whose programs end by themselves', async () => {
  const first = start();
  await first.says(/Ctrl-C to stop/);
  const [postgres, temporal, programs] = [await postgresPid(dataDir), await temporalPids(), await logPids('api')];
  first.signal('SIGKILL');
  await first.end();
  const second = start();
  await second.says(/Ctrl-C to stop/);
  expect(second.output).toMatch(/PostgreSQL .* adopted/);
  expect(second.output).toMatch(/Temporal .* adopted/);
  expect(second.output).toContain(`http://127.0.0.1:${port}`);
  expect(await postgresPid(dataDir)).toBe(postgres);
  expect(await temporalPids()).toEqual(temporal);
  expect(programs.filter(isAlive)).toEqual([]);
  second.signal('SIGTERM');
  await second.end();
  await allGone();
});

test('starts again whatever is killed while it runs', async () => {
  const running = start();
  await running.says(/Ctrl-C to stop/);
  process.kill(await postgresPid(dataDir), 'SIGKILL');
  await running.says(/PostgreSQL is back/);
  for (const pid of await temporalPids()) process.kill(pid, 'SIGKILL');
  await running.says(/Temporal is back/);
  for (const pid of await logPids('api')) process.kill(pid, 'SIGKILL');
  await running.says(/api ended \(SIGKILL\); starting it again/);
  const health = async () =>
    fetch(`http://127.0.0.1:${port}/api/v1/health`)
      .then(({ status }) => status)
      .catch(() => 0);
  for (let tries = 0; (await health()) !== 200 && tries < 100; tries++) await sleep(100);
  expect(await health()).toBe(200);
});

test('makes the Temporal store again when it was deleted, under the same name', async () => {
  const first = start();
  await first.says(/Ctrl-C to stop/);
  const record = await readFile(path.join(dataDir, 'temporal.json'), 'utf8');
  first.signal('SIGINT');
  await first.end();
  await rm(path.join(dataDir, 'temporal'), { recursive: true });
  const second = start();
  await second.says(/Ctrl-C to stop/);
  expect(await readFile(path.join(dataDir, 'temporal.json'), 'utf8')).toBe(record);
});

test('reports a Temporal server on the store that does not prove ours, and touches neither', async () => {
  const first = start();
  await first.says(/Ctrl-C to stop/);
  const temporal = await temporalPids();
  first.signal('SIGKILL');
  await first.end();
  await rm(path.join(dataDir, 'temporal.json'));
  const second = start();
  expect(await second.end()).toBe(1);
  expect(second.output).toMatch(/holds .*temporal\.db and does not prove to be our Temporal server/);
  expect(await temporalPids()).toEqual(temporal);
});

test('takes the next free port and says so; a bad variable is one sentence', async () => {
  const busy = createServer().listen(port, '127.0.0.1');
  const running = start();
  await running.says(/Ctrl-C to stop/);
  busy.close();
  expect(running.output).toMatch(new RegExp(`Port ${port} is taken; using \\d+`));
  const bad = start({ SMTP_URL: 'nonsense' });
  expect(await bad.end()).toBe(1);
  expect(bad.output.trim().split('\n')).toEqual([expect.stringContaining('SMTP_URL must be a URL')]);
});

test('gets there however often and early it is killed, and never doubles a server', { timeout: 240_000 }, async () => {
  for (const milliseconds of [600, 1100, 1600, 2200, 3000]) {
    const killed = start();
    await sleep(milliseconds);
    killed.signal('SIGKILL');
    await killed.end();
  }
  const last = start();
  await last.says(/Ctrl-C to stop/);
  const postmasters = await Promise.all((await logPids('postgres')).map(commandLine));
  expect(postmasters.filter((words) => / -D /.test(words))).toHaveLength(1);
  expect(await temporalPids()).toHaveLength(1);
});

test('stops in the middle of its start when told to', async () => {
  const stopped = start();
  await stopped.says(/^  \w/m);
  stopped.signal('SIGINT');
  expect(await stopped.end(30_000)).toBe(0);
  expect(stopped.output).not.toMatch(/Ctrl-C to stop/);
  await allGone();
});
