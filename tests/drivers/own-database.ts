import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startCluster, type Cluster } from '@relance/db/embedded';
import { migrate } from '@relance/db/migrate';
import { freePort } from '../../scripts/processes/free-port.ts';
import type { FreshDatabase } from '../setup/database.ts';

export interface OwnDatabase {
  database: FreshDatabase;
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** A PostgreSQL of the test's own: one that may go away and come back. */
export async function ownDatabase(): Promise<OwnDatabase> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'relance-test-postgres-'));
  // PostgreSQL's unprivileged account passes through it
  await chmod(folder, 0o711);
  const options = {
    dataDir: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    credentials: { user: 'relance_owner', password: secret() },
    durable: false,
    port: await freePort(),
  };
  const passwords = { relance_app: secret(), relance_system: secret(), relance_auth: secret() };
  let cluster: Cluster = await startCluster(options);
  const owner = cluster.url('postgres');
  await migrate({ ownerUrl: owner, passwords });
  const url = (user: keyof typeof passwords): string => {
    const own = new URL(owner);
    own.username = user;
    own.password = passwords[user];
    return own.href;
  };
  return {
    database: {
      owner,
      app: url('relance_app'),
      system: url('relance_system'),
      auth: url('relance_auth'),
      async drop() {
        await cluster.stop();
        await rm(folder, { recursive: true, force: true });
      },
    },
    stop: () => cluster.stop(),
    async start() {
      cluster = await startCluster(options);
    },
  };
}

function secret(): string {
  return randomBytes(18).toString('base64url');
}
