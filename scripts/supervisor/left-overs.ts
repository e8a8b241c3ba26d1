import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '@relance/db/embedded';
import { commandLine, holdersOf } from '../processes/holders-of.ts';
import { stopProcess } from '../processes/stop-process.ts';

const PATIENCE_MS = 5000;

/**
 * Waits for the api and worker of a killed supervisor, which end by themselves, so that the port is free again. One that
 * does not is stopped when it proves ours: it runs our program and writes our log.
 */
export async function awaitLeftOvers(programs: { logFile: string; main: string }[]): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (const { logFile, main } of programs) {
    for (const pid of await holdersOf(logFile)) {
      if (!(await commandLine(pid)).includes(main)) continue;
      while (isAlive(pid) && Date.now() < end) await sleep(50);
      await stopProcess(pid, { signal: 'SIGTERM', patience: 3000 });
    }
  }
}
