import { openDatabase, type Database } from '@relance/db';
import type { Deps } from '@relance/worker/deps';
import { emailProviders } from '@relance/worker/testing';
import pino from 'pino';
import { freshDatabase, type FreshDatabase } from '../setup/database.ts';

/** Seals in the tests. */
const MAIL_KEY = 'a key that seals in the tests, long enough';

export interface World {
  /** What activities receive. */
  deps: Deps;
  /** The owner of the tables: sees every organisation, for looking on. */
  owner: Database;
  /** Connection URLs of the two roles. */
  urls: { app: string; system: string };
  close(): Promise<void>;
}

export interface WorldSettings {
  level?: string;
  /** Another database than a fresh one. */
  database?: FreshDatabase;
}

/** A database of one's own and the worker's dependencies on it, in this process. */
export async function openWorld({ level = 'silent', ...settings }: WorldSettings = {}): Promise<World> {
  const database = settings.database ?? (await freshDatabase());
  const app = openDatabase(database.app, { max: 12 });
  const system = openDatabase(database.system, { max: 6 });
  const owner = openDatabase(database.owner, { max: 3 });
  const log = pino({ level });
  return {
    deps: { app, system, log, emailProvider: emailProviders(app, null, MAIL_KEY), mailKey: MAIL_KEY },
    owner,
    urls: { app: database.app, system: database.system },
    async close() {
      await Promise.all([app, system, owner].map((db) => db.$client.end()));
      await database.drop();
    },
  };
}
