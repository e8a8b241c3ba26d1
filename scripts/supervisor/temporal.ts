import path from 'node:path';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '@relance/db/embedded';
import { freePort } from '../processes/free-port.ts';
import { commandLine, holdersOf } from '../processes/holders-of.ts';
import { stopProcess } from '../processes/stop-process.ts';
import { askNamespace, keepHistories, listens, startDevServer } from '../temporal/dev-server.ts';
import type { TemporalBinary } from '../temporal/find-binary.ts';
import { BadVariable, type Env } from './env.ts';
import { outsideService, type Service } from './service.ts';
import { newNamespace, readRecord, type TemporalRecord, writeRecord } from './temporal-record.ts';

export interface Temporal extends Service {
  /** What api and worker need to reach it. */
  variables: Record<string, string>;
}

const READY_MS = 30_000;
const PROOF_MS = 5000;
const STOP = { signal: 'SIGTERM', patience: 8000 } as const;

export async function outsideTemporal(address: Env['temporal']['address']): Promise<Temporal> {
  if (address) {
    const [host = '', port] = address.split(':');
    if (!(await listens(host, Number(port)))) throw new BadVariable(`TEMPORAL_ADDRESS: nothing answers at ${address}.`);
  }
  // The rest of Temporal's own variables and profiles reach the worker as they are.
  return { ...outsideService('Temporal', address ?? 'by its profile'), variables: {} };
}

/** The dev server of this store: adopted when it proves ours, else started on the port it had. */
export async function embeddedTemporal(dataDir: string, findBinary: () => Promise<TemporalBinary>): Promise<Temporal> {
  const binary = await findBinary();
  let running = await adoptOrStart(dataDir, binary.path);
  const { port, namespace } = running.record;
  const origin = running.adopted ? 'adopted' : `${binary.version} (${binary.route})`;
  return {
    name: 'Temporal',
    detail: `${origin} on port ${port}${binary.warning ? `; ${binary.warning}` : ''}`,
    variables: { TEMPORAL_ADDRESS: `127.0.0.1:${port}`, TEMPORAL_NAMESPACE: namespace },
    isAlive: () => running.pid === null || isAlive(running.pid),
    restart: async () => {
      running = await adoptOrStart(dataDir, binary.path, running.record.port);
    },
    stop: async () => {
      if (running.pid !== null) await stopProcess(running.pid, STOP);
    },
  };
}

interface Running {
  record: TemporalRecord;
  /** Null when it proves ours but its process cannot be told. */
  pid: number | null;
  adopted: boolean;
}

async function adoptOrStart(dataDir: string, binary: string, onlyPort?: number): Promise<Running> {
  const storeFile = path.join(dataDir, 'temporal', 'temporal.db');
  const kept = await readRecord(dataDir);
  const adopted = await adopt(storeFile, binary, kept);
  if (adopted) return adopted;

  const namespace = kept?.namespace ?? newNamespace();
  const port = onlyPort ?? (await freePort(kept?.port ?? 0));
  // Before the start, so that a kill in between leaves a server that can still prove itself.
  await writeRecord(dataDir, { port, namespace });
  const logFile = path.join(dataDir, 'logs', 'temporal.log');
  const pid = await startDevServer({ binary, port, storeFile, logFile, namespace });
  const end = Date.now() + READY_MS;
  while ((await askNamespace(binary, port, namespace)) !== 'there') {
    if (!isAlive(pid) || Date.now() > end) {
      await stopProcess(pid, STOP);
      const words = (await readFile(logFile, 'utf8')).trim().split('\n').slice(-3).join(' | ');
      throw new Error(`Temporal does not start: ${words} (${logFile})`);
    }
    await sleep(50);
  }
  await keepHistories(binary, port, namespace);
  return { record: { port, namespace }, pid, adopted: false };
}

/** A second server on a live store corrupts it: whatever holds it is either proved ours or reported. */
async function adopt(storeFile: string, binary: string, kept: TemporalRecord | null): Promise<Running | null> {
  const end = Date.now() + PROOF_MS;
  for (;;) {
    const holders = await holdersOf(storeFile);
    const proof = kept ? await askNamespace(binary, kept.port, kept.namespace) : 'silent';
    // A copied store has the record of the original, whose server holds another file.
    if (holders.length === 0) return null;
    if (kept && proof === 'there') return { record: kept, pid: await serverAmong(holders), adopted: true };
    if (Date.now() > end) {
      throw new Error(
        `Process ${holders.join(', ')} holds ${storeFile} and does not prove to be our Temporal server. ` +
          'Stop it yourself, then start again.',
      );
    }
    await sleep(300);
  }
}

/** Somebody may be reading the file as well: only the server is ours to stop. */
async function serverAmong(holders: number[]): Promise<number | null> {
  for (const pid of holders) if (/ server start-dev /.test(await commandLine(pid))) return pid;
  return null;
}
