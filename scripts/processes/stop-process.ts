import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '@relance/db/embedded';

interface Stopping {
  /** Asked first; SIGKILL follows when it is not heeded in time. */
  signal: NodeJS.Signals;
  patience: number;
}

/** Stops a process that the caller has proved ours, and returns when it is gone. */
export async function stopProcess(pid: number, { signal, patience }: Stopping): Promise<void> {
  const asks: [NodeJS.Signals, number][] = [
    [signal, patience],
    ['SIGKILL', 5000],
  ];
  for (const [ask, wait] of asks) {
    if (!isAlive(pid)) return;
    process.kill(pid, ask);
    const end = Date.now() + wait;
    while (isAlive(pid) && Date.now() < end) await sleep(30);
  }
  if (isAlive(pid)) throw new Error(`Process ${pid} does not stop.`);
}
