import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** Waits until the application says that all its parts answer; else says which do not. */
export async function awaitHealth(url: string, signal: AbortSignal): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  let last = 'no answer';
  while (Date.now() < end && !signal.aborted) {
    try {
      const reply = await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(5000) });
      if (reply.status === 200) return;
      last = await reply.text();
    } catch (error) {
      last = (error as Error).message;
    }
    await sleep(100);
  }
  throw new Error(`The application does not become healthy: ${last}`);
}
