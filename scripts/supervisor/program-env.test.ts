import { afterEach, expect, test, vi } from 'vitest';
import type { Database } from './database.ts';
import { readEnv } from './env.ts';
import { apiEnv, programEnv, seedEnv } from './program-env.ts';
import type { Temporal } from './temporal.ts';

const database = { url: (role: string) => `postgres://${role}@host/relance` } as Database;
const temporal = {
  variables: { TEMPORAL_ADDRESS: '127.0.0.1:7233', TEMPORAL_NAMESPACE: 'relance-x' },
} as unknown as Temporal;
const secrets = {
  owner: 'o',
  roles: { relance_app: 'a', relance_system: 's', relance_auth: 'i' },
  auth: 'cookies',
  mail: 'sealed',
};
const env = readEnv({}, '/checkout');
const at = { port: 3000, origin: 'http://127.0.0.1:3000' };

afterEach(() => vi.unstubAllEnvs());

/** The keys of a program: who it may be in the database, and what else opens something. */
function keysOf(variables: NodeJS.ProcessEnv): string[] {
  return Object.keys(variables)
    .filter((name) => /^(DATABASE_URL|SMTP_URL|RELANCE_DB_.*|RELANCE_AUTH_SECRET|RELANCE_MAIL_KEY)$/.test(name))
    .toSorted();
}

test('each program gets the keys that it needs and no other, whatever stands in the environment', () => {
  for (const name of ['DATABASE_URL', 'RELANCE_DB_OWNER_URL', 'RELANCE_DB_AUTH_URL', 'SMTP_URL']) vi.stubEnv(name, 'x');
  const worker = programEnv(env, database, temporal, secrets);
  expect(keysOf(worker)).toEqual(['RELANCE_DB_APP_URL', 'RELANCE_DB_SYSTEM_URL', 'RELANCE_MAIL_KEY', 'SMTP_URL']);
  expect(keysOf(apiEnv(worker, { env, database, secrets }, at))).toEqual([
    'RELANCE_AUTH_SECRET',
    'RELANCE_DB_APP_URL',
    'RELANCE_DB_AUTH_URL',
    'RELANCE_DB_SYSTEM_URL',
    'RELANCE_MAIL_KEY',
  ]);
  expect(seedEnv(env, database)).toMatchObject({ RELANCE_DB_OWNER_URL: 'postgres://owner@host/relance' });
});

test('mail passwords are sealed with the key that somebody set, else with the one kept beside the store', () => {
  expect(programEnv(env, database, temporal, secrets)['RELANCE_MAIL_KEY']).toBe('sealed');
  const own = readEnv({ RELANCE_MAIL_KEY: 'k'.repeat(32) }, '/checkout');
  expect(programEnv(own, database, temporal, secrets)['RELANCE_MAIL_KEY']).toBe('k'.repeat(32));
});
