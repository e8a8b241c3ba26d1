import { openDatabase } from '@relance/db';
import { Client, Connection } from '@temporalio/client';
import { activities } from './activities.ts';
import { workflowBundle } from './bundle.ts';
import { readEnv } from './env.ts';
import { startHeartbeat } from './heartbeat.ts';
import { untilToldToStop } from './lifetime.ts';
import { openLog } from './log.ts';
import { emailProviders } from './providers/email-providers.ts';
import { startRelay, temporalPoke } from './relay/index.ts';
import { startSealer } from './seal/sealer.ts';
import { startSweeper } from './sweep/sweeper.ts';
import { startTemporalWorker } from './temporal-worker.ts';

await untilToldToStop(async () => {
  const env = readEnv();
  const log = openLog();
  const app = openDatabase(env.appUrl, { name: 'relance worker' });
  const system = openDatabase(env.systemUrl, { name: 'relance worker, system', max: 8 });
  const deps = { app, system, log, emailProvider: emailProviders(app, env.smtpUrl) };
  const { connection, namespace } = env.temporal;
  const client = new Client({ connection: Connection.lazy(connection), namespace });
  const poke = temporalPoke(client, env);
  const parts = [
    startHeartbeat({ system, client, namespace, log }),
    startRelay({ system, log, poke }),
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
