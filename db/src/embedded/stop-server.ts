import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, readPostmaster, servesDataDir } from './postmaster.ts';

const FAST_MS = 8_000;
const IMMEDIATE_MS = 4_000;

/** Stops a server that has proved ours: fast (SIGINT), then immediate (SIGQUIT); the next start recovers from either. */
export async function stopServer(pid: number, dataDir: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_MS],
    ['SIGQUIT', IMMEDIATE_MS],
  ] as const) {
    const running = await readPostmaster(dataDir);
    if (running?.pid !== pid || !(await servesDataDir(pid, dataDir))) return;
    process.kill(pid, signal);
    const end = Date.now() + patience;
    while (isAlive(pid) && Date.now() < end) await sleep(50);
    if (!isAlive(pid)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}
