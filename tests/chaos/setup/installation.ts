import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../scripts/processes/free-port.ts';
import { Program } from '../../../scripts/supervisor/program.ts';
import { ownTemporal } from '../../drivers/temporal-server.ts';
import { until } from '../../drivers/until.ts';
import type { FreshDatabase } from '../../setup/database.ts';
import type { DemoStore } from './demo-store.ts';

export type Part = 'worker' | 'api' | 'temporal' | 'postgres';

export interface InstallationOptions {
  /** The worker dies once, right after the provider has accepted its n-th message. */
  deathAt?: number | null;
  /** The provider cannot find what it has accepted. */
  blind?: boolean;
}

/** The four parts on one copy of the store, each a process of its own that is started again when it ends. */
export interface Installation {
  database: FreshDatabase;
  /** One call of the REST API; null while nobody answers. */
  call(method: 'GET' | 'POST', route: string, body?: object): Promise<{ status: number; body: unknown } | null>;
  kill(part: Part): Promise<void>;
  /** Whether the worker has died of the message that was to kill it. */
  hasDied(): boolean;
  stop(): Promise<void>;
}

const CHECKOUT = fileURLToPath(new URL('../../..', import.meta.url));
const WORKER = fileURLToPath(new URL('dying-worker.ts', import.meta.url));
const API = fileURLToPath(new URL('../../../api/src/main.ts', import.meta.url));

export async function install(
  store: DemoStore,
  { deathAt = null, blind = false }: InstallationOptions,
): Promise<Installation> {
  const [database, temporal, port] = await Promise.all([store.copy(), ownTemporal(), freePort()]);
  const folder = path.join(store.folder, `life-${randomBytes(4).toString('hex')}`);
  const death = path.join(folder, 'death');
  await mkdir(folder);
  if (deathAt !== null) await writeFile(death, '');
  await temporal.start();

  const common = {
    ...process.env,
    RELANCE_DB_APP_URL: database.app,
    RELANCE_DB_SYSTEM_URL: database.system,
    RELANCE_DB_AUTH_URL: database.auth,
    // one life builds the workflows for all
    RELANCE_DATA_DIR: store.folder,
    RELANCE_MAIL_KEY: randomBytes(32).toString('base64url'),
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    // what has died is noticed sooner than in production, so that a life is short
    RELANCE_AWAY_MS: '1000',
    RELANCE_RELAY_LEASE_MS: '3000',
  };
  const program = (name: string, main: string, own: Record<string, string>): Program => {
    const logFile = path.join(folder, `${name}.log`);
    const env = () => ({ ...common, ...own });
    return new Program({ name, main, cwd: CHECKOUT, logFile, env, say: () => undefined, firstPause: 100 });
  };
  const origin = `http://127.0.0.1:${port}`;
  const api = program('api', API, {
    RELANCE_HOST: '127.0.0.1',
    RELANCE_PORT: String(port),
    RELANCE_ORIGIN: origin,
    RELANCE_AUTH_SECRET: randomBytes(32).toString('base64url'),
  });
  const worker = program('worker', WORKER, {
    RELANCE_CHAOS_DEATH_FILE: death,
    RELANCE_CHAOS_DEATH_AT: String(deathAt ?? ''),
    ...(blind && { RELANCE_CHAOS_BLIND: 'yes' }),
  });
  await Promise.all([api.ready, worker.ready]);

  return {
    database,
    async call(method, route, body) {
      try {
        const response = await fetch(`${origin}/api/v1${route}`, {
          method,
          headers: { authorization: `Bearer ${store.apiKey}`, 'content-type': 'application/json' },
          ...(body && { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(5_000),
        });
        return { status: response.status, body: await response.json() };
      } catch {
        return null;
      }
    },
    async kill(part) {
      if (part === 'postgres') return store.killAndRestart();
      if (part === 'temporal') {
        await temporal.kill();
        return temporal.start();
      }
      // one that has just died is killed in its next life
      const victim = part === 'api' ? api : worker;
      process.kill(await until(`a life of ${part}`, () => Promise.resolve(victim.pid), 60_000), 'SIGKILL');
    },
    hasDied: () => deathAt !== null && !existsSync(death),
    async stop() {
      await Promise.all([api.stop(), worker.stop()]);
      await temporal.remove();
      await database.drop();
    },
  };
}
