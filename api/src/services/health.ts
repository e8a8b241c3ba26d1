import { readHeartbeat } from '@relance/db/queries';
import type { Deps } from '../context.ts';
import type { Health } from '../schemas/health.ts';

const PATIENCE_MS = 1_500;
const WORKER_SILENCE_MS = 10_000;

type Beat = Awaited<ReturnType<typeof readHeartbeat>>;

/** Which parts answer. Temporal is known through the worker alone; a database that hangs counts as down. */
export async function readHealth({ app, version, log }: Deps): Promise<Health> {
  const beat = await within(PATIENCE_MS, readHeartbeat(app)).catch((error: unknown) => {
    log.warn({ err: error, part: 'postgres' }, 'the database does not answer');
    return 'down' as const;
  });
  const worker = beat !== 'down' && beat !== null && beat.ageMs < WORKER_SILENCE_MS;
  const checks = {
    postgres: said(beat !== 'down'),
    temporal: said(worker && beat.temporal),
    worker: said(worker),
  };
  const healthy = Object.values(checks).every((check) => check === 'ok');
  return { status: healthy ? 'ok' : 'degraded', version, checks };
}

const said = (answers: boolean): 'ok' | 'down' => (answers ? 'ok' : 'down');

async function within(ms: number, beat: Promise<Beat>): Promise<Beat> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([beat, late]).finally(() => clearTimeout(timer));
}
