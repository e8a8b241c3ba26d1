import { mkdir, realpath } from 'node:fs/promises';
import { awaitHealth } from './await-health.ts';
import { readDemo, writeDemoFile } from './demo-file.ts';
import { BadVariable, readEnv } from './env.ts';
import { keepAlive } from './keep-alive.ts';
import { isLock, takeLock } from './lock.ts';
import { say, step } from './say.ts';
import { readSecrets } from './secrets.ts';
import { chooseAddress, startPrograms } from './start-programs.ts';
import { type Start, startServers } from './start-servers.ts';
import { Stops } from './stops.ts';
import { summary } from './summary.ts';

/** Runs the application until a signal says to stop, and stops whatever it started, also after a failed start. */
export async function main(checkout: string): Promise<void> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!stop.signal.aborted) say('\nStopping…');
      stop.abort();
    });
  }
  const stops = new Stops();
  const code = await run(checkout, stops, stop.signal);
  stop.abort();
  const clean = await stops.run();
  process.exit(clean ? code : 1);
}

async function run(checkout: string, stops: Stops, signal: AbortSignal): Promise<number> {
  try {
    const env = readEnv(process.env, checkout);
    await mkdir(env.dataDir, { recursive: true });
    env.dataDir = await realpath(env.dataDir);
    const lock = await takeLock(env.dataDir);
    if (!isLock(lock)) {
      say(`Relance already runs on this store (process ${lock.pid})${lock.url ? ` at ${lock.url}` : ''}.`);
      return 1;
    }
    stops.add('last', () => lock.release());
    const secrets = await readSecrets(env.dataDir);
    lock.announce(await start({ checkout, env, secrets, stops, signal }));
    await aborted(signal);
    return 0;
  } catch (error) {
    if (signal.aborted) return 0;
    const { message } = error as Error;
    say(error instanceof BadVariable ? message : `\nRelance could not start. ${message}`);
    return 1;
  }
}

async function start(parts: Start): Promise<string> {
  const { env, stops, signal } = parts;
  const { database, temporal } = await startServers(parts);
  const keepers = [database, temporal].map((server) => keepAlive(server, say, signal));
  // A server that is being started again must have ended to be stopped.
  stops.add('programs', () => Promise.all(keepers).then(() => undefined));
  signal.throwIfAborted();
  const address = await chooseAddress(parts);
  const demo = await readDemo(env.dataDir);
  if (demo) await writeDemoFile(env.dataDir, address.origin, demo);
  const { signInLink } = await startPrograms(parts, database, temporal, address);
  const local = `http://${env.host === '0.0.0.0' ? '127.0.0.1' : env.host}:${address.port}`;
  await step('Health', () => awaitHealth(local, signal));
  const link = typeof signInLink === 'string' ? signInLink : null;
  say(summary({ origin: address.origin, signInLink: link, demo, seconds: process.uptime() }));
  return address.origin;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
