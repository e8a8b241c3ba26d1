import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Connection } from '@temporalio/client';
import { freePort } from '../../scripts/processes/free-port.ts';
import { createNamespace, waitUntilListens } from '../../scripts/temporal/dev-server.ts';
import { readSettings } from '../setup/settings.ts';
import { until } from './until.ts';

export interface OwnTemporal {
  address: string;
  namespace: string;
  /** Its process; null while it does not run. */
  pid(): number | null;
  start(): Promise<void>;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Removes everything that it remembers; it must not run. */
  forget(): Promise<void>;
  remove(): Promise<void>;
}

/** A Temporal server of the test's own, not started yet: one that may be killed and may lose its store. */
export async function ownTemporal(...settings: string[]): Promise<OwnTemporal> {
  const { temporalBinary } = readSettings();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'relance-test-temporal-'));
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const namespace = 'relance-own';
  const store = path.join(folder, 'store.db');
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--headless'];
  const config = settings.flatMap((setting) => ['--dynamic-config-value', setting]);
  let running: ReturnType<typeof spawn> | null = null;
  const kill = async (): Promise<void> => {
    const child = running;
    running = null;
    if (!child) return;
    const gone = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGKILL');
    await gone;
  };
  return {
    address,
    namespace,
    pid: () => running?.pid ?? null,
    async start() {
      const known = running !== null;
      if (known) throw new Error('it runs already');
      running = spawn(temporalBinary, [...args, '--db-filename', store, '--log-level', 'never', ...config], {
        cwd: folder,
        stdio: 'ignore',
      });
      if (!(await waitUntilListens(port, 30_000))) throw new Error('Temporal does not start');
      await ensureNamespace(temporalBinary, port, namespace);
    },
    kill,
    async forget() {
      for (const suffix of ['', '-shm', '-wal']) await rm(`${store}${suffix}`, { force: true });
    },
    async remove() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function ensureNamespace(binary: string, port: number, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address: `127.0.0.1:${port}` });
  try {
    const { namespaces } = await connection.workflowService.listNamespaces({});
    const known = namespaces.some((each) => each.namespaceInfo?.name === namespace);
    if (!known) await createNamespace(binary, port, namespace);
    await until('the namespace', async () => {
      try {
        await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
        return true;
      } catch {
        return false;
      }
    });
  } finally {
    await connection.close();
  }
}
