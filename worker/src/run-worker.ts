import { openDatabase, type Database } from '@relance/db';
import { Client, Connection } from '@temporalio/client';
import { activities } from './activities.ts';
import { workflowBundle } from './bundle.ts';
import type { Deps } from './deps.ts';
import { readEnv } from './env.ts';
import { startHeartbeat } from './heartbeat.ts';
import { untilToldToStop } from './lifetime.ts';
import { openLog } from './log.ts';
import { startRelay, temporalPoke } from './relay/index.ts';
import { startSealer } from './seal/sealer.ts';
import { startSweeper } from './sweep/sweeper.ts';
import { startTemporalWorker } from './temporal-worker.ts';

/** The whole program, from its variables to its orderly end; `provider` chooses how e-mail leaves. */
export async function runWorker(
  provider: (app: Database, smtpUrl: string | null, mailKey: string | null) => Deps['emailProvider'],
): Promise<void> {
  await untilToldToStop(async () => {
    const env = readEnv();
    const log = openLog();
    const app = openDatabase(env.appUrl, { name: 'relance worker' });
    const system = openDatabase(env.systemUrl, { name: 'relance worker, system', max: 8 });
    const deps = { app, system, log, emailProvider: provider(app, env.smtpUrl, env.mailKey), mailKey: env.mailKey };
    const { connection, namespace } = env.temporal;
    const client = new Client({ connection: Connection.lazy(connection), namespace });
    const poke = temporalPoke(client, env);
    const parts = [
      startHeartbeat({ system, client, namespace, log, smtp: env.smtpUrl !== null }),
      startRelay({ system, log, poke }, { leaseMs: env.relayLeaseMs }),
      startSweeper(deps),
      startSealer(deps),
      startTemporalWorker({
        connection,
        namespace,
        bundle: await workflowBundle(env.dataDir),
        activities: activities(deps, env),
        log,
      }),
    ];
    process.send?.({ type: 'ready' });
    return async () => {
      await Promise.all(parts.map((part) => part.stop()));
      await Promise.all([client.connection.close(), app.$client.end(), system.$client.end()]);
    };
  });
}
