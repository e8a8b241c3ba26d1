import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is there; fails with what was waited for. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | null | undefined | false>,
  patienceMs = 30_000,
): Promise<Answer> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${patienceMs} ms for ${what}.`);
    await sleep(50);
  }
}
