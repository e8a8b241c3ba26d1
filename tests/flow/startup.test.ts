import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '@relance/db/embedded';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../scripts/processes/free-port.ts';
import { commandLine, holdersOf } from '../../scripts/processes/holders-of.ts';
import { RunningStart } from '../setup/running-start.ts';
import { readSettings } from '../setup/settings.ts';
import { testFolder } from '../setup/test-folder.ts';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const READY = /Ctrl-C to stop/;
const FIRST_MS = 220_000;
// Under ten seconds on a machine of its own; other tests run beside this one.
const SECOND_MS = 60_000;

interface DemoFile {
  url: string;
  apiKey: string;
  accounts: { email: string; password: string; role: string }[];
}

let dataDir: string;
let port: number;
let running: RunningStart | null = null;

beforeAll(async () => {
  dataDir = await testFolder('start');
  port = await freePort();
});

afterAll(async () => {
  running?.signal('SIGTERM');
  await running?.end();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(milliseconds: number): Promise<RunningStart> {
  running = new RunningStart(['scripts/start.mjs'], CHECKOUT, {
    RELANCE_DATA_DIR: dataDir,
    RELANCE_PORT: String(port),
    RELANCE_TEMPORAL_CLI: readSettings().temporalBinary,
  });
  await running.says(READY, milliseconds);
  return running;
}

async function demoFile(): Promise<DemoFile> {
  return JSON.parse(await readFile(path.join(dataDir, 'demo.json'), 'utf8')) as DemoFile;
}

async function programs(): Promise<number[]> {
  const lists = await Promise.all(
    ['api', 'worker'].map((name) => holdersOf(path.join(dataDir, 'logs', `${name}.log`))),
  );
  return lists.flat();
}

test('a first start makes a demo organisation that its file and its link open', { timeout: 300_000 }, async () => {
  const first = await start(FIRST_MS);
  const { url, apiKey, accounts } = await demoFile();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(accounts.map(({ role }) => role)).toEqual(expect.arrayContaining(['manager', 'collector', 'admin']));
  for (const { email, password } of accounts) expect(first.output).toMatch(new RegExp(`${email} +${password}`));

  const invoices = await fetch(`${url}/api/v1/invoices?limit=1`, { headers: { authorization: `Bearer ${apiKey}` } });
  expect(invoices.status).toBe(200);
  expect(await invoices.json()).toMatchObject({ items: [{ id: expect.any(String) }] });

  const page = await fetch(url);
  expect(page.headers.get('content-type')).toContain('text/html');
  const link = /^ +(http\S+)$/m.exec(first.output)?.[1] ?? '';
  const entered = await fetch(link, { redirect: 'manual' });
  expect(entered.headers.getSetCookie()).not.toEqual([]);
  const again = await fetch(link, { redirect: 'manual' });
  expect(again.headers.getSetCookie()).toEqual([]);
});

test(
  'a killed supervisor takes its programs along, and the next start adopts the servers',
  { timeout: 120_000 },
  async () => {
    const before = await demoFile();
    const pids = await programs();
    expect(pids.length).toBeGreaterThanOrEqual(2);
    running?.signal('SIGKILL');
    await running?.end();
    const started = Date.now();
    const second = await start(SECOND_MS);
    expect(Date.now() - started).toBeLessThan(SECOND_MS);
    expect(second.output).toMatch(/PostgreSQL .* adopted/);
    expect(second.output).toMatch(/Temporal .* adopted/);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(await demoFile()).toEqual(before);
  },
);

test('Ctrl-C stops everything within 30 seconds', { timeout: 60_000 }, async () => {
  const files = ['api', 'worker', 'postgres', 'temporal'].map((name) => path.join(dataDir, 'logs', `${name}.log`));
  running?.signal('SIGINT');
  expect(await running?.end(30_000)).toBe(0);
  await sleep(200);
  for (const file of files) for (const pid of await holdersOf(file)) expect(await commandLine(pid)).toBe('');
});
