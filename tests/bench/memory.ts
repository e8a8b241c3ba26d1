import { setTimeout as sleep } from 'node:timers/promises';
import { waits } from '../drivers/drawings.ts';
import { enrol } from '../drivers/sandbox.ts';
import { openWorld } from '../drivers/world.ts';
import { freshDatabase } from '../setup/database.ts';
import { allStepped, makeOwing } from './cases.ts';
import { install, type Installation } from './installation.ts';
import { memoryOf } from './process-use.ts';
import { rounded, type Row } from './row.ts';

/** More than the worker keeps in its cache. */
const CASES = 600;
const SETTLE_MS = 15_000;
const SAMPLE_MS = 250;
const READERS = 8;
const PAGES = ['/enrolments?limit=200', '/invoices?limit=200', '/debtors?limit=200', '/tasks?limit=200'];

/** Resident memory of api and worker: some seconds after a start, and while runs begin and people read lists. */
export async function memory(): Promise<Row[]> {
  const database = await freshDatabase();
  const world = await openWorld({ database });
  const installation = await install(database);
  try {
    const owing = await makeOwing(world, waits(1), CASES);
    const key = await installation.keyOf(owing.sandbox.organisationId);
    await sleep(SETTLE_MS);
    const idle = await measure(installation);
    const busy = { ...idle };
    const over = new AbortController();
    const sampling = (async () => {
      while (!over.signal.aborted) {
        const now = await measure(installation);
        busy.api = Math.max(busy.api, now.api);
        busy.worker = Math.max(busy.worker, now.worker);
        await sleep(SAMPLE_MS);
      }
    })();
    const reading = Array.from({ length: READERS }, async (_, reader) => {
      for (let turn = reader; !over.signal.aborted; turn += 1) {
        await installation.call(key, 'GET', PAGES[turn % PAGES.length] ?? '');
        await sleep(SAMPLE_MS);
      }
    });
    await enrol(world, owing.sandbox, owing.version, owing.invoiceIds);
    await allStepped(world, owing, 1);
    over.abort();
    await Promise.all([sampling, ...reading]);
    return [
      row('memory: worker, idle', idle.worker, 'code, and Temporal’s native core'),
      row('memory: worker, busy', busy.worker, 'the 500 runs that it keeps in its cache, full here'),
      row('memory: api, idle', idle.api, 'code'),
      row('memory: api, busy', busy.api, 'lists of 200, and garbage between two collections'),
    ];
  } finally {
    await installation.stop();
    await world.close();
  }
}

function row(name: string, value: number, limit: string): Row {
  return { name, value: rounded(value), unit: 'MiB', limit };
}

async function measure({ api, worker }: Installation): Promise<{ api: number; worker: number }> {
  const [ofApi, ofWorker] = await Promise.all([memoryOf(api.pid), memoryOf(worker.pid)]);
  return { api: ofApi, worker: ofWorker };
}
