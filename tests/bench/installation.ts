import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId, openDatabase } from '@relance/db';
import { insertApiKeys } from '@relance/db/queries';
import { hashApiKey, newApiKey } from '@relance/api/testing';
import { freePort } from '../../scripts/processes/free-port.ts';
import { awaitHealth } from '../../scripts/supervisor/await-health.ts';
import { Program } from '../../scripts/supervisor/program.ts';
import { ownTemporal, type OwnTemporal } from '../drivers/temporal-server.ts';
import type { FreshDatabase } from '../setup/database.ts';
import { testFolder } from '../setup/test-folder.ts';

/** Api, worker and a Temporal server of their own on a database, each a process as `npm start` makes it. */
export interface Installation {
  api: Program;
  worker: Program;
  temporal: OwnTemporal;
  /** One REST call; anything but success throws. */
  call<Body>(key: string, method: 'GET' | 'POST', route: string, body?: object): Promise<Body>;
  /** A manager's API key of an organisation. */
  keyOf(organisationId: string): Promise<string>;
  stop(): Promise<void>;
}

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

export async function install(database: FreshDatabase): Promise<Installation> {
  const [temporal, port, folder] = await Promise.all([ownTemporal(), freePort(), testFolder('bench')]);
  await temporal.start();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    RELANCE_DB_APP_URL: database.app,
    RELANCE_DB_SYSTEM_URL: database.system,
    RELANCE_DB_AUTH_URL: database.auth,
    RELANCE_DATA_DIR: folder,
    RELANCE_MAIL_KEY: randomBytes(32).toString('base64url'),
    RELANCE_HOST: '127.0.0.1',
    RELANCE_PORT: String(port),
    RELANCE_ORIGIN: origin,
    RELANCE_AUTH_SECRET: randomBytes(32).toString('base64url'),
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
  };
  const start = (name: string): Program =>
    new Program({
      name,
      main: path.join(CHECKOUT, name, 'src', 'main.ts'),
      cwd: CHECKOUT,
      logFile: path.join(folder, `${name}.log`),
      env: () => env,
      say: (text) => process.stderr.write(`${text}\n`),
    });
  const [api, worker] = [start('api'), start('worker')];
  await Promise.all([api.ready, worker.ready]);
  await awaitHealth(origin, new AbortController().signal);
  return {
    api,
    worker,
    temporal,
    async call(key, method, route, body) {
      const response = await fetch(`${origin}/api/v1${route}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${method} ${route}: ${response.status} ${await response.text()}`);
      return (await response.json()) as never;
    },
    async keyOf(organisationId) {
      const identity = openDatabase(database.auth, { max: 1 });
      const key = newApiKey();
      const row = {
        id: newId(),
        orgId: organisationId,
        role: 'manager',
        name: 'bench',
        hash: hashApiKey(key),
      } as const;
      await insertApiKeys(identity, [row]);
      await identity.$client.end();
      return key;
    },
    async stop() {
      await Promise.all([api.stop(), worker.stop()]);
      await temporal.remove();
    },
  };
}
