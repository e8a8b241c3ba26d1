import { execFile, spawn } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { createConnection } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

interface DevServer {
  binary: string;
  port: number;
  storeFile: string;
  logFile: string;
  /** Made at the start when the store lacks it. */
  namespace?: string;
}

const RETENTION = '72h';

/** Starts Temporal's development server detached, so that it outlives us and can be adopted; returns its process. */
export async function startDevServer({ binary, port, storeFile, logFile, namespace }: DevServer): Promise<number> {
  await mkdir(path.dirname(storeFile), { recursive: true });
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = await open(logFile, 'a', 0o600);
  const where = ['--ip', '127.0.0.1', '--port', String(port), '--db-filename', storeFile];
  const named = namespace ? ['--namespace', namespace] : [];
  try {
    const child = spawn(binary, ['server', 'start-dev', ...where, ...named, '--headless', '--log-level', 'error'], {
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      cwd: path.dirname(storeFile),
      env: withoutTemporal(process.env),
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

/** What a server on a port says about a namespace. */
export async function askNamespace(
  binary: string,
  port: number,
  namespace: string,
): Promise<'there' | 'missing' | 'silent'> {
  if (!(await listens('127.0.0.1', port))) return 'silent';
  try {
    await operator(binary, port, ['describe', '-n', namespace]);
    return 'there';
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    return /not ?found/i.test(stderr ?? '') ? 'missing' : 'silent';
  }
}

export async function createNamespace(binary: string, port: number, namespace: string): Promise<void> {
  await operator(binary, port, ['create', '-n', namespace, '--retention', RETENTION]);
}

/** How long the history of a finished run can be read. */
export async function keepHistories(binary: string, port: number, namespace: string): Promise<void> {
  await operator(binary, port, ['update', '-n', namespace, '--retention', RETENTION]);
}

async function operator(binary: string, port: number, args: string[]): Promise<void> {
  const address = ['--address', `127.0.0.1:${port}`, '--disable-config-file', '--command-timeout', '10s'];
  const command = ['operator', 'namespace', ...args, ...address];
  await promisify(execFile)(binary, command, { timeout: 15_000, env: withoutTemporal(process.env) });
}

/** Somebody's own Temporal settings are not meant for the server that we start. */
function withoutTemporal(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

export async function waitUntilListens(port: number, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (await listens('127.0.0.1', port)) return true;
    await sleep(50);
  }
  return false;
}

export async function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host, port, timeout: 3000 });
    const done = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => done(true));
    socket.once('timeout', () => done(false));
    socket.once('error', () => done(false));
  });
}
