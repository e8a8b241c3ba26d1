import { spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { isAlive, readPostmaster } from './postmaster.ts';
import { type Credentials, prove } from './prove.ts';
import { stopServer } from './stop-server.ts';

interface Request {
  postgres: string;
  dataDir: string;
  account: Account | null;
  credentials: Credentials;
  logFile: string;
  durable: boolean;
  /** Where a server that is started again must be found; else any free port. */
  port?: number;
}

export interface Launched {
  pid: number;
  port: number;
}

const START_MS = 60_000;
const ATTEMPTS = 5;

/** Starts the server detached, so that it outlives us and can be adopted, and waits until it proves itself. */
export async function launch(request: Request): Promise<Launched> {
  for (let attempt = 1; ; attempt++) {
    const port = request.port ?? (await freePort());
    const pid = await spawnServer(request, port);
    const outcome = await outcomeOf(request, pid, port);
    if (outcome === 'ours') return { pid, port };
    if (outcome === 'refused') {
      await stopServer(pid, request.dataDir);
      throw new Error(`The password kept for ${request.dataDir} is not the one that it was made with.`);
    }
    // The port may be lost to somebody else, or a killed server's last children may still hold the store.
    if (attempt === ATTEMPTS) throw new Error(`PostgreSQL does not start: ${await lastWords(request.logFile)}`);
    await sleep(500 * attempt);
  }
}

async function spawnServer({ postgres, dataDir, account, logFile, durable }: Request, port: number): Promise<number> {
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = await open(logFile, 'a', 0o600);
  try {
    const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : VOLATILE), port: String(port) });
    const flags = settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(postgres, ['-D', dataDir, ...flags], {
      ...account,
      cwd: dataDir,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: process.env.PATH ?? '', TZ: 'UTC', LC_ALL: 'C' },
    });
    const pid = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', () => resolve(child.pid ?? 0));
    });
    child.unref();
    return pid;
  } finally {
    await log.close();
  }
}

// Sized for a machine that also runs Temporal, api and worker on two cores.
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %u@%d ',
  jit: 'off',
};

// For tests: what is committed outlives a killed server, though not a power cut.
const VOLATILE = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

async function outcomeOf(
  { dataDir, credentials }: Request,
  pid: number,
  port: number,
): Promise<'ours' | 'refused' | 'ended'> {
  const end = Date.now() + START_MS;
  while (Date.now() < end && isAlive(pid)) {
    const proof = await prove(port, credentials, dataDir);
    // Another store behind this port means that ours lost it: it is about to end.
    if (proof === 'ours' || (proof === 'refused' && (await readPostmaster(dataDir))?.pid === pid)) return proof;
    await sleep(50);
  }
  return 'ended';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}

async function lastWords(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  return `${lines.slice(-3).join(' | ')} (${logFile})`;
}
