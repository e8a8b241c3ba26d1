import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive, startCluster } from '@relance/db/embedded';
import { migrate } from '@relance/db/migrate';
import { Client } from 'pg';
import { freePort } from '../../scripts/processes/free-port.ts';
import { holdersOf } from '../../scripts/processes/holders-of.ts';
import { stopProcess } from '../../scripts/processes/stop-process.ts';
import { startDevServer, waitUntilListens } from '../../scripts/temporal/dev-server.ts';
import { findTemporal } from '../../scripts/temporal/find-binary.ts';
import { TEMPLATE, writeSettings } from './settings.ts';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const PREFIX = 'relance-test-';
// The run's data is thrown away: nothing is gained by waiting for an orderly end.
const KILL = { signal: 'SIGKILL', patience: 5000 } as const;

/** One PostgreSQL cluster and one Temporal server for a whole run of tests, in a folder of its own. */
export async function startEnvironment(): Promise<{ stop: () => Promise<void> }> {
  await sweepAbandoned();
  const folder = await mkdtemp(path.join(os.tmpdir(), PREFIX));
  // PostgreSQL's unprivileged account passes through it.
  await chmod(folder, 0o711);
  await writeFile(path.join(folder, 'owner'), String(process.pid));
  const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const [database, temporal] = await Promise.all([startDatabase(folder), startTemporal(folder)]);
    undo.push(database.stop, temporal.stop);
    writeSettings({ folder, ...database.settings, ...temporal.settings });
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(folder: string) {
  const passwords = { relance_app: secret(), relance_system: secret(), relance_auth: secret() };
  const cluster = await startCluster({
    dataDir: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    credentials: { user: 'relance_owner', password: secret() },
    durable: false,
  });
  const admin = new Client({ connectionString: cluster.url('postgres') });
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  await migrate({ ownerUrl: cluster.url(TEMPLATE), passwords });
  return { settings: { adminUrl: cluster.url('postgres'), passwords }, stop: () => cluster.stop() };
}

async function startTemporal(folder: string) {
  const binary = await findTemporal({ env: process.env, binDir: path.join(CHECKOUT, '.relance', 'bin') });
  const port = await freePort();
  const logFile = path.join(folder, 'temporal.log');
  const pid = await startDevServer({
    binary: binary.path,
    port,
    storeFile: path.join(folder, 'temporal', 'store.db'),
    logFile,
  });
  if (!(await waitUntilListens(port, 30_000))) {
    throw new Error(`Temporal does not start: ${await readFile(logFile, 'utf8')}`);
  }
  return { settings: { temporalPort: port, temporalBinary: binary.path }, stop: () => stopProcess(pid, KILL) };
}

/** Stops and removes what earlier runs left behind when they were killed. */
async function sweepAbandoned(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(os.tmpdir(), name);
    const owner = Number(await readFile(path.join(folder, 'owner'), 'utf8').catch(() => '0'));
    if (owner === 0 || isAlive(owner)) continue;
    for (const pid of await holdersOf(folder)) await stopProcess(pid, KILL);
    await rm(folder, { recursive: true, force: true });
  }
}

function secret(): string {
  return randomBytes(18).toString('base64url');
}
