import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { openDatabase } from '@relance/db';
import { startCluster, type Cluster } from '@relance/db/embedded';
import { migrate } from '@relance/db/migrate';
import { seedDemo } from '@relance/worker/seed';
import { emailProviders } from '@relance/worker/testing';
import { Client } from 'pg';
import pino from 'pino';
import { freePort } from '../../../scripts/processes/free-port.ts';
import type { FreshDatabase } from '../../setup/database.ts';
import { testFolder } from '../../setup/test-folder.ts';

/** A PostgreSQL server that may be killed, with the demo organisation on its first day, to be copied for each life. */
export interface DemoStore {
  folder: string;
  organisationId: string;
  apiKey: string;
  copy(): Promise<FreshDatabase>;
  /** Ends it at once, as a crash would, and starts it again. */
  killAndRestart(): Promise<void>;
  remove(): Promise<void>;
}

const SEEDED = 'relance_seeded';
const ROLES = ['relance_app', 'relance_system', 'relance_auth'] as const;

export async function openDemoStore(firstDay: string): Promise<DemoStore> {
  const folder = await testFolder('chaos');
  const options = {
    dataDir: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    credentials: { user: 'relance_owner', password: secret() },
    durable: false,
    port: await freePort(),
  };
  const passwords = { relance_app: secret(), relance_system: secret(), relance_auth: secret() };
  let cluster: Cluster = await startCluster(options);

  const administer = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: cluster.url('postgres') });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  const database = (name: string): FreshDatabase => {
    const [app, system, auth] = ROLES.map((role) => {
      const url = new URL(cluster.url(name));
      url.username = role;
      url.password = passwords[role];
      return url.href;
    });
    if (!app || !system || !auth) throw new Error('three roles have three URLs');
    return {
      owner: cluster.url(name),
      app,
      system,
      auth,
      drop: () => administer(`drop database if exists ${name} with (force)`),
    };
  };

  await administer(`create database ${SEEDED}`);
  await migrate({ ownerUrl: cluster.url(SEEDED), passwords });
  const organisationId = await seed(database(SEEDED), { folder, firstDay });
  const facts = JSON.parse(await readFile(path.join(folder, 'demo-seed.json'), 'utf8')) as { apiKey: string };
  let copies = 0;
  return {
    folder,
    organisationId,
    apiKey: facts.apiKey,
    async copy() {
      copies += 1;
      await administer(`create database relance_life_${copies} template ${SEEDED}`);
      return database(`relance_life_${copies}`);
    },
    async killAndRestart() {
      process.kill(cluster.pid, 'SIGKILL');
      cluster = await startCluster(options);
    },
    async remove() {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function seed(database: FreshDatabase, { folder, firstDay }: { folder: string; firstDay: string }) {
  const opened = [database.owner, database.app, database.system, database.auth].map((url) =>
    openDatabase(url, { max: 5 }),
  );
  const [owner, app, system, identity] = opened;
  if (!owner || !app || !system || !identity) throw new Error('four URLs are four connections');
  try {
    const deps = {
      app,
      system,
      log: pino({ level: 'silent' }),
      emailProvider: emailProviders(app, null, null),
      mailKey: null,
    };
    const seeded = await seedDemo({ owner, identity, deps, dataDir: folder, firstDay });
    if (!seeded) throw new Error('the store was not empty');
    return seeded.organisationId;
  } finally {
    await Promise.all(opened.map((db) => db.$client.end()));
  }
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}
