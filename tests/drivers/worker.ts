import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  activities,
  startHeartbeat,
  startRelay,
  startSweeper,
  startTemporalWorker,
  temporalPoke,
  workflowBundle,
  type Loop,
  type SweeperOptions,
} from '@relance/worker/testing';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { World } from './world.ts';

// what tests provoke is not worth a line
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'OFF' } } });

export const BUNDLES = path.join(fileURLToPath(new URL('../..', import.meta.url)), '.relance', 'bundles');

export interface RunningWorker {
  client: Client;
  stop(): Promise<void>;
}

export interface WorkerSettings {
  sweeper?: Partial<SweeperOptions> | null;
  awayMs?: number;
}

/** The worker's parts in this process, as its main program assembles them. */
export async function startWorker(
  { deps }: World,
  { address, namespace }: { address: string; namespace: string },
  { sweeper = {}, awayMs = 30_000 }: WorkerSettings = {},
): Promise<RunningWorker> {
  const connection = { address };
  const client = new Client({ connection: Connection.lazy(connection), namespace });
  const { system, log } = deps;
  const bundle = await workflowBundle(BUNDLES);
  const parts: Loop[] = [
    startHeartbeat({ system, client, namespace, log }),
    startRelay({ system, log, poke: temporalPoke(client, { workflowTaskTimeoutMs: 5_000 }) }),
    ...(sweeper === null ? [] : [startSweeper(deps, sweeper)]),
    startTemporalWorker({ connection, namespace, bundle, activities: activities(deps, { awayMs }), log }),
  ];
  return {
    client,
    async stop() {
      await Promise.all(parts.map((part) => part.stop()));
      await client.connection.close();
    },
  };
}
