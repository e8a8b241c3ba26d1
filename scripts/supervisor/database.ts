import path from 'node:path';
import { isAlive, startCluster } from '@relance/db/embedded';
import type { DatabaseRole } from '@relance/db/migrate';
import { Client } from 'pg';
import { BadVariable } from './env.ts';
import type { Secrets } from './secrets.ts';
import { outsideService, type Service } from './service.ts';

export interface Database extends Service {
  /** The URL by which each role reaches it now. */
  url: (role: DatabaseRole | 'owner') => string;
}

const NAME = 'relance';
const OWNER = 'relance_owner';

export async function embeddedDatabase(dataDir: string, secrets: Secrets): Promise<Database> {
  const options = {
    dataDir: path.join(dataDir, 'postgres'),
    logFile: path.join(dataDir, 'logs', 'postgres.log'),
    credentials: { user: OWNER, password: secrets.owner },
  };
  let cluster = await startCluster(options);
  await createDatabase(cluster.url('postgres'));
  return {
    name: 'PostgreSQL',
    detail: `${cluster.adopted ? 'adopted' : 'started'} on port ${cluster.port}`,
    url: (role) => asRole(cluster.url(NAME), role, secrets),
    isAlive: () => isAlive(cluster.pid),
    // Where it was, so that api and worker find it again.
    restart: async () => {
      cluster = await startCluster({ ...options, port: cluster.port });
    },
    stop: () => cluster.stop(),
  };
}

export async function outsideDatabase(ownerUrl: string, secrets: Secrets): Promise<Database> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new BadVariable(`DATABASE_URL does not open a database: ${(error as Error).message || 'no answer'}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
  const detail = `DATABASE_URL, ${new URL(ownerUrl).host}`;
  return { ...outsideService('PostgreSQL', detail), url: (role) => asRole(ownerUrl, role, secrets) };
}

function asRole(ownerUrl: string, role: DatabaseRole | 'owner', secrets: Secrets): string {
  if (role === 'owner') return ownerUrl;
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(secrets.roles[role]);
  return url.href;
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [NAME]);
    if (!rowCount) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}
