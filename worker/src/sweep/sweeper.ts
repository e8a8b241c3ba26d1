import type { Database } from '@relance/db';
import { SWEEP, sweepRound, type SweepOptions } from '@relance/db/queries';
import type { Logger } from 'pino';
import { startLoop, type Loop } from '../loop.ts';

export interface SweeperOptions extends SweepOptions {
  everyMs: number;
}

/** Looks for what should have moved and has not: a lost timer, signal or whole Temporal store needs nothing else. */
export function startSweeper(
  { system, log }: { system: Database; log: Logger },
  options: Partial<SweeperOptions> = {},
): Loop {
  const { everyMs, ...sweep } = { everyMs: 5_000, ...SWEEP, ...options };
  return startLoop({
    async round() {
      const poked = await system.transaction((tx) => sweepRound(tx, sweep));
      if (poked > 0) log.info({ poked }, 'poked what should have moved');
      return everyMs;
    },
    failed(error) {
      log.warn({ err: error }, 'the sweeper could not finish its round');
      return everyMs;
    },
  });
}
