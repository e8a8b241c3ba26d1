import path from 'node:path';
import { freePort } from '../processes/free-port.ts';
import type { Database } from './database.ts';
import { awaitLeftOvers } from './left-overs.ts';
import { Program, type Ready } from './program.ts';
import { type Address, apiEnv, programEnv } from './program-env.ts';
import { say, step } from './say.ts';
import type { Start } from './start-servers.ts';
import type { Temporal } from './temporal.ts';

/** Where the application will be reached: the wanted port, or the next free one, which is said. */
export async function chooseAddress({ checkout, env }: Start): Promise<Address> {
  await awaitLeftOvers(
    ['api', 'worker'].map((name) => ({ logFile: logOf(env.dataDir, name), main: mainOf(checkout, name) })),
  );
  const port = await freePort(env.port, env.host);
  if (port !== env.port) say(`  Port ${env.port} is taken; using ${port}.`);
  const host = env.host === '0.0.0.0' || env.host === '::' ? '127.0.0.1' : env.host;
  return { port, origin: env.origin ?? `http://${host}:${port}` };
}

/** Starts api and worker, which are never adopted; returns what the api says once it serves. */
export async function startPrograms(
  start: Start,
  database: Database,
  temporal: Temporal,
  address: Address,
): Promise<Ready> {
  const { env, secrets } = start;
  const programs = () => programEnv(env, database, temporal, secrets);
  const [api] = await Promise.all([
    run(start, 'api', () => apiEnv(programs(), { env, database, secrets }, address)),
    run(start, 'worker', programs),
  ]);
  return api;
}

async function run(start: Start, name: string, env: () => NodeJS.ProcessEnv): Promise<Ready> {
  const { checkout, stops, signal } = start;
  const logFile = logOf(start.env.dataDir, name);
  return step(name, async () => {
    const program = new Program({ name, main: mainOf(checkout, name), cwd: checkout, logFile, env, say });
    stops.add('programs', () => program.stop());
    return Promise.race([program.ready, rejectOnAbort(signal)]);
  });
}

async function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(new Error('stopped'));
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
  });
}

const mainOf = (checkout: string, name: string): string => path.join(checkout, name, 'src', 'main.ts');
const logOf = (dataDir: string, name: string): string => path.join(dataDir, 'logs', `${name}.log`);
