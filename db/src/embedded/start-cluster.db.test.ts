import { execFileSync } from 'node:child_process';
import { chmod, lstat, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testFolder } from '../../../tests/setup/test-folder.ts';
import { isAlive } from './postmaster.ts';
import { type Cluster, startCluster } from './start-cluster.ts';

let folder: string;
const started: Cluster[] = [];

beforeEach(async () => {
  folder = await testFolder('launcher');
});

afterEach(async () => {
  for (const cluster of started.splice(0)) await cluster.stop();
  const outside = await readlink(path.join(folder, 'postgres')).catch(() => null);
  if (outside) await rm(outside, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

async function start(password = 'first secret'): Promise<Cluster> {
  const cluster = await startCluster({
    dataDir: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    credentials: { user: 'relance_owner', password },
    durable: false,
  });
  started.push(cluster);
  return cluster;
}

async function query(cluster: Cluster, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows.flatMap((row) => Object.values(row));
  } finally {
    await client.end();
  }
}

async function gone(pid: number): Promise<void> {
  for (let tries = 0; isAlive(pid) && tries < 100; tries++) await sleep(50);
  expect(isAlive(pid)).toBe(false);
}

test('starts a server with the builtin C.UTF-8 locale on the loopback address alone, and stops it', async () => {
  const cluster = await start();
  expect(cluster.adopted).toBe(false);
  const locale = 'select datlocprovider::text, datlocale from pg_database where datname = current_database()';
  expect(await query(cluster, locale)).toEqual(['b', 'C.UTF-8']);
  expect(await query(cluster, 'show listen_addresses')).toEqual(['127.0.0.1']);
  expect(await query(cluster, 'show unix_socket_directories')).toEqual(['']);
  expect(await query(cluster, 'show server_version_num')).toEqual([expect.stringMatching(/^18/)]);
  await cluster.stop();
  expect(isAlive(cluster.pid)).toBe(false);
});

test('adopts a running server by its password and data directory, and keeps what is in it', async () => {
  const first = await start();
  await query(first, 'create table kept as select 1 as one');
  const second = await start();
  expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port });
  expect(await query(second, 'select one from kept')).toEqual([1]);
});

test('reports a server on its data directory that another password opens, and leaves it alone', async () => {
  const first = await start();
  await expect(start('another secret')).rejects.toThrow(/holds .* does not prove to be ours \(refused\)/);
  expect(isAlive(first.pid)).toBe(true);
});

test('says so when the kept password is not the one that the store was made with', async () => {
  await (await start()).stop();
  await expect(start('another secret')).rejects.toThrow(/is not the one that it was made with/);
});

test('starts again after kill -9, with everything committed', async () => {
  const first = await start();
  await query(first, 'create table kept as select 1 as one');
  process.kill(first.pid, 'SIGKILL');
  await gone(first.pid);
  const second = await start();
  expect(second.adopted).toBe(false);
  expect(await query(second, 'select one from kept')).toEqual([1]);
});

test('is not stopped by a stale lock file whose number belongs to another process by now', async () => {
  const first = await start();
  const lockFile = path.join(folder, 'postgres', 'postmaster.pid');
  const text = await readFile(lockFile, 'utf8');
  process.kill(first.pid, 'SIGKILL');
  await gone(first.pid);
  await writeFile(lockFile, text.replace(/^\d+/, String(process.pid)));
  expect((await start()).adopted).toBe(false);
});

test.skipIf(process.getuid?.() !== 0)(
  'as root serves as somebody else, also where that account cannot go',
  async () => {
    await chmod(folder, 0o700);
    const cluster = await start();
    const owner = execFileSync('stat', ['-c', '%u', `/proc/${cluster.pid}`], { encoding: 'utf8' });
    expect(Number(owner)).not.toBe(0);
    expect((await lstat(path.join(folder, 'postgres'))).isSymbolicLink()).toBe(true);
    await cluster.stop();
    expect((await start()).adopted).toBe(false);
  },
);
