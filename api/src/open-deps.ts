import { readFile } from 'node:fs/promises';
import { openDatabase } from '@relance/db';
import { createIdentity } from './auth/identity.ts';
import type { Deps } from './context.ts';
import type { Env } from './env.ts';
import type { Log } from './log.ts';

export type DepsOptions = Pick<Env, 'appUrl' | 'systemUrl' | 'identityUrl' | 'origin' | 'secret' | 'mailKey'> & {
  log: Log;
  signInsPerMinute?: number;
};

/** Opens what requests need; `close` gives it back. Nothing is connected before it is used. */
export async function openDeps(options: DepsOptions): Promise<Deps & { close(): Promise<void> }> {
  const { appUrl, systemUrl, identityUrl, origin, secret, mailKey, log, signInsPerMinute } = options;
  const app = openDatabase(appUrl, { name: 'relance api' });
  const system = openDatabase(systemUrl, { name: 'relance api', max: 3 });
  const identity = openDatabase(identityUrl, { name: 'relance api', max: 10 });
  const auth = createIdentity({ identity, system, origin, secret, log, ...(signInsPerMinute && { signInsPerMinute }) });
  const close = async (): Promise<void> => {
    await Promise.all([app, system, identity].map((database) => database.$client.end()));
  };
  return { app, system, identity, auth, log, origin, secret, mailKey, version: await readVersion(), close };
}

async function readVersion(): Promise<string> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
