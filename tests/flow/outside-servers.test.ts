import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { isAlive, startCluster } from '@relance/db/embedded';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../../scripts/processes/free-port.ts';
import { fakeCheckout } from '../setup/fake-checkout.ts';
import { RunningStart } from '../setup/running-start.ts';
import { readSettings } from '../setup/settings.ts';
import { testTemporal } from '../setup/temporal.ts';
import { testFolder } from '../setup/test-folder.ts';

const undo: (() => Promise<unknown>)[] = [];
let checkout: string;

beforeEach(async () => {
  checkout = await fakeCheckout();
  undo.push(() => rm(checkout, { recursive: true, force: true }));
});

afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

/** A cluster of somebody's own, whose database belongs to a role without special rights but to create roles. */
async function ownCluster(): Promise<{ pid: number; url: string }> {
  const folder = await testFolder('cluster');
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const credentials = { user: 'dba', password: 'dba' };
  const dataDir = path.join(folder, 'postgres');
  const cluster = await startCluster({ dataDir, logFile: path.join(folder, 'log'), credentials, durable: false });
  undo.push(() => cluster.stop());
  const admin = new Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  await admin.query(`create role customer login createrole password 'secret'`);
  await admin.query('create database ledger owner customer');
  await admin.end();
  return { pid: cluster.pid, url: `postgresql://customer:secret@127.0.0.1:${cluster.port}/ledger` };
}

function start(env: Record<string, string>): RunningStart {
  const started = new RunningStart(['--import', 'tsx', 'start.ts'], checkout, env);
  undo.push(async () => {
    if (!started.ended) started.signal('SIGTERM');
    await started.end();
  });
  return started;
}

test("runs on somebody's own servers, and leaves them running", async () => {
  const [cluster, temporal, port] = await Promise.all([ownCluster(), testTemporal(), freePort()]);
  const running = start({
    RELANCE_PORT: String(port),
    DATABASE_URL: cluster.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
  });
  await running.says(/Ctrl-C to stop/);
  expect(running.output).toMatch(/PostgreSQL .* DATABASE_URL, 127\.0\.0\.1/);
  expect(running.output).toMatch(new RegExp(`Temporal .* ${temporal.address}`));
  running.signal('SIGINT');
  expect(await running.end()).toBe(0);
  expect(isAlive(cluster.pid)).toBe(true);
  for (const name of ['postgres', 'temporal', 'temporal.json']) {
    expect(existsSync(path.join(checkout, '.relance', name))).toBe(false);
  }
  const secrets = await readFile(path.join(checkout, '.relance', 'secrets.json'), 'utf8');
  expect(secrets).not.toContain('customer');
});

test('names the variable behind which nothing answers', async () => {
  const port = await freePort();
  const noDatabase = start({
    DATABASE_URL: `postgresql://me:secret@127.0.0.1:${port}/ledger`,
    RELANCE_TEMPORAL_CLI: readSettings().temporalBinary,
  });
  expect(await noDatabase.end()).toBe(1);
  expect(noDatabase.output).toMatch(/^DATABASE_URL does not open a database: .*ECONNREFUSED.*\.$/m);
  expect(noDatabase.output).not.toContain('secret');
}, 60_000);
