import type { Database } from './database.ts';
import type { Env } from './env.ts';
import type { Secrets } from './secrets.ts';
import type { Temporal } from './temporal.ts';

/** What api and worker may know: never the owner of the database, nor the keys of the other one. */
export function programEnv(env: Env, database: Database, temporal: Temporal, secrets: Secrets): NodeJS.ProcessEnv {
  return { ...storeEnv(env, database), ...temporal.variables, RELANCE_MAIL_KEY: env.mailKey ?? secrets.mail };
}

export function apiEnv(
  programs: NodeJS.ProcessEnv,
  { env, database, secrets }: { env: Env; database: Database; secrets: Secrets },
  at: Address,
): NodeJS.ProcessEnv {
  const { SMTP_URL: _workers, ...known } = programs;
  return {
    ...known,
    RELANCE_DB_AUTH_URL: database.url('relance_auth'),
    RELANCE_HOST: env.host,
    RELANCE_PORT: String(at.port),
    RELANCE_ORIGIN: at.origin,
    RELANCE_AUTH_SECRET: secrets.auth,
  };
}

export interface Address {
  port: number;
  origin: string;
}

/** For what prepares the store, not for what serves. */
export function seedEnv(env: Env, database: Database): NodeJS.ProcessEnv {
  return {
    ...storeEnv(env, database),
    RELANCE_DB_AUTH_URL: database.url('relance_auth'),
    RELANCE_DB_OWNER_URL: database.url('owner'),
  };
}

function storeEnv(env: Env, database: Database): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !isReplaced(name, env.temporal.external));
  return {
    ...Object.fromEntries(inherited),
    RELANCE_DATA_DIR: env.dataDir,
    RELANCE_DB_APP_URL: database.url('relance_app'),
    RELANCE_DB_SYSTEM_URL: database.url('relance_system'),
  };
}

function isReplaced(name: string, externalTemporal: boolean): boolean {
  if (name === 'DATABASE_URL' || name.startsWith('RELANCE_DB_')) return true;
  return name.startsWith('TEMPORAL_') && !externalTemporal;
}
