import path from 'node:path';
import { findTemporal } from '../temporal/find-binary.ts';
import { buildWeb } from './build-web.ts';
import { type Database, embeddedDatabase, outsideDatabase } from './database.ts';
import type { Env } from './env.ts';
import { prepareStore } from './prepare-store.ts';
import { seedEnv } from './program-env.ts';
import { step } from './say.ts';
import type { Secrets } from './secrets.ts';
import type { Stops } from './stops.ts';
import { embeddedTemporal, outsideTemporal, type Temporal } from './temporal.ts';

export interface Start {
  checkout: string;
  env: Env;
  secrets: Secrets;
  stops: Stops;
  signal: AbortSignal;
}

interface Servers {
  database: Database;
  temporal: Temporal;
}

/** What needs no other part is done at the same time; a failure waits for the others, so that they can be stopped. */
export async function startServers(start: Start): Promise<Servers> {
  const [store, engine, web] = await Promise.allSettled([startStore(start), startTemporal(start), prepareWeb(start)]);
  if (store.status === 'rejected') throw store.reason;
  if (engine.status === 'rejected') throw engine.reason;
  if (web.status === 'rejected') throw web.reason;
  return { database: store.value, temporal: engine.value };
}

async function startStore({ checkout, env, secrets, stops, signal }: Start): Promise<Database> {
  const { databaseUrl, dataDir } = env;
  const open = () => (databaseUrl ? outsideDatabase(databaseUrl, secrets) : embeddedDatabase(dataDir, secrets));
  const database = await step('PostgreSQL', open, ({ detail }) => detail);
  stops.add('servers', () => database.stop());
  await prepareStore({ checkout, database, secrets, seedEnv: seedEnv(env, database), signal });
  return database;
}

async function startTemporal({ checkout, env, stops }: Start): Promise<Temporal> {
  const binDir = path.join(checkout, '.relance', 'bin');
  const { external, address } = env.temporal;
  const open = () =>
    external
      ? outsideTemporal(address)
      : embeddedTemporal(env.dataDir, () => findTemporal({ env: process.env, binDir }));
  const temporal = await step('Temporal', open, ({ detail }) => detail);
  stops.add('servers', () => temporal.stop());
  return temporal;
}

async function prepareWeb({ checkout, signal }: Start): Promise<void> {
  await step(
    'Web application',
    () => buildWeb(checkout, signal),
    (built) => (built ? 'built' : 'unchanged'),
  );
}
