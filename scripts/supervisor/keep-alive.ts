import { setTimeout as sleep } from 'node:timers/promises';
import type { Say } from './say.ts';
import type { Service } from './service.ts';

const LONGEST_PAUSE_MS = 30_000;

/** Starts a service again when it dies, until told to stop. */
export async function keepAlive(service: Service, say: Say, signal: AbortSignal, every = 1000): Promise<void> {
  let pause = every;
  while (!signal.aborted) {
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    if (signal.aborted || service.isAlive()) {
      pause = every;
      continue;
    }
    say(`${service.name} ended; starting it again.`);
    try {
      await service.restart();
      say(`${service.name} is back.`);
      pause = every;
    } catch (error) {
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      say(`${service.name} does not come back, next try in ${pause / 1000} s: ${(error as Error).message}`);
    }
  }
}
