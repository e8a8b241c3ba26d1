import type { Database } from '@relance/db';
import { claimOutbox, settleOutbox, type Claimed } from '@relance/db/queries';
import type { Logger } from 'pino';
import { atMost } from '../at-most.ts';
import { startLoop, type Loop } from '../loop.ts';
import { listen } from './listen.ts';
import type { Poke } from './temporal-poke.ts';

export interface RelayOptions {
  batch: number;
  concurrency: number;
  busyMs: number;
  idleMs: number;
  /** Rest after a poke that did not arrive. */
  awayMs: number;
  /** Longer than a batch takes when every poke runs into its deadline, else some are sent twice. */
  leaseMs: number;
}

const RELAY: RelayOptions = { batch: 64, concurrency: 16, busyMs: 100, idleMs: 1_000, awayMs: 2_000, leaseMs: 30_000 };

interface Relay {
  system: Database;
  log: Logger;
  poke: Poke;
}

/** Carries pokes from the outbox to Temporal, at once after a change and by polling when notices are lost. */
export function startRelay(relay: Relay, options: Partial<RelayOptions> = {}): Loop {
  const { busyMs, idleMs, awayMs, ...size } = { ...RELAY, ...options };
  let rest = busyMs;
  const loop = startLoop({
    leastRestMs: 20,
    async round() {
      const { claimed, failed } = await relayBatch(relay, size);
      if (failed > 0) return awayMs;
      if (claimed === size.batch) return 0;
      rest = claimed > 0 ? busyMs : Math.min(idleMs, rest * 2);
      return rest;
    },
    failed(error) {
      relay.log.warn({ err: error }, 'the relay could not reach the database');
      return awayMs;
    },
  });
  const listening = listen(relay.system, () => loop.wake(), relay.log);
  return {
    wake: () => loop.wake(),
    async stop() {
      await listening.stop();
      await loop.stop();
    },
  };
}

/** Pokes one batch; what does not arrive stays in the outbox. */
export async function relayBatch(
  { system, log, poke }: Relay,
  { batch, concurrency, leaseMs }: Pick<RelayOptions, 'batch' | 'concurrency' | 'leaseMs'>,
) {
  const claimed = await system.transaction((tx) => claimOutbox(tx, batch, leaseMs));
  const poked: Claimed[] = [];
  const failed: Claimed[] = [];
  await atMost(concurrency, claimed, async (row) => {
    try {
      await poke(row);
      poked.push(row);
    } catch (error) {
      if (failed.length === 0) log.warn({ err: error, kind: row.kind, id: row.id }, 'a poke did not reach Temporal');
      failed.push(row);
    }
  });
  if (claimed.length > 0) await system.transaction((tx) => settleOutbox(tx, { poked, failed }));
  return { claimed: claimed.length, failed: failed.length };
}
