import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { initialise } from './initialise.ts';
import { launch, type Launched } from './launch.ts';
import { settleDataDir } from './outside.ts';
import { readPostmaster, removePostmaster, servesDataDir } from './postmaster.ts';
import { type Credentials, prove } from './prove.ts';
import { stopServer } from './stop-server.ts';

export interface ClusterOptions {
  dataDir: string;
  logFile: string;
  credentials: Credentials;
  /** False for tests: no fsync, so that a power cut may lose everything and a kill nothing. */
  durable?: boolean;
  /** The port to start it on; else any free one. */
  port?: number;
}

export interface Cluster {
  pid: number;
  port: number;
  /** Found running and proved ours, rather than started. */
  adopted: boolean;
  url(database: string): string;
  stop(): Promise<void>;
}

const READY_MS = 60_000;

/** The running server of a data directory: adopted when it proves itself ours, else made and started. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { credentials, logFile, durable = true, port } = options;
  const account = chooseAccount(options.dataDir);
  const dataDir = await settleDataDir(options.dataDir, account);
  const binaries = await findBinaries(account);
  const adopted = await adopt(dataDir, credentials);
  if (adopted) return cluster(adopted, true, dataDir, credentials);
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) {
    await mkdir(path.dirname(dataDir), { recursive: true });
    await initialise({ initdb: binaries.initdb, dataDir, account, credentials, durable });
  }
  const server = { postgres: binaries.postgres, dataDir, account, credentials, logFile, durable };
  const launched = await launch(port ? { ...server, port } : server);
  return cluster(launched, false, dataDir, credentials);
}

async function adopt(dataDir: string, credentials: Credentials): Promise<Launched | null> {
  const end = Date.now() + READY_MS;
  for (;;) {
    const running = await readPostmaster(dataDir);
    if (!running) return null;
    if (!(await servesDataDir(running.pid, dataDir))) {
      // Left by a killed server; PostgreSQL would refuse to start if the number belongs to somebody else by now.
      await removePostmaster(dataDir);
      return null;
    }
    const proof = running.port ? await prove(running.port, credentials, dataDir) : 'starting';
    if (proof === 'ours') return running;
    if ((proof === 'starting' || proof === 'silent') && Date.now() < end) {
      await sleep(200);
      continue;
    }
    throw new Error(
      `A PostgreSQL server (process ${running.pid}) holds ${dataDir} but does not prove to be ours (${proof}). ` +
        'Stop it yourself, then start again.',
    );
  }
}

function cluster(running: Launched, adopted: boolean, dataDir: string, credentials: Credentials): Cluster {
  const { pid, port } = running;
  const login = `${encodeURIComponent(credentials.user)}:${encodeURIComponent(credentials.password)}`;
  return {
    pid,
    port,
    adopted,
    url: (database) => `postgresql://${login}@127.0.0.1:${port}/${database}`,
    stop: () => stopServer(pid, dataDir),
  };
}
