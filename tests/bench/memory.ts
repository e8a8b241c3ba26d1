import { setTimeout as sleep } from 'node:timers/promises';
import { openDemoStore } from '../chaos/setup/demo-store.ts';
import { openWorld } from '../drivers/world.ts';
import { install, type Installation } from './installation.ts';
import { memoryOf } from './process-use.ts';
import { rounded, type Row } from './row.ts';
import { advanceWeek, FIRST_DAY, untilRunning } from './week.ts';

const SETTLE_MS = 15_000;
const SAMPLE_MS = 250;
const READERS = 8;
const PAGES = ['/enrolments?limit=200', '/invoices?limit=200', '/tasks?limit=200', '/debtors?limit=200', '/contacts'];

/** Resident memory of api and worker: some seconds after a start, and while a week passes and people read lists. */
export async function memory(): Promise<Row[]> {
  const store = await openDemoStore(FIRST_DAY);
  const database = await store.copy();
  const world = await openWorld({ database });
  const installation = await install(database);
  try {
    await untilRunning(world);
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
    const reading = Promise.all(
      Array.from({ length: READERS }, async (_, reader) => {
        for (let turn = reader; !over.signal.aborted; turn += 1) {
          await installation.call(store.apiKey, 'GET', PAGES[turn % PAGES.length] ?? '');
          await sleep(50);
        }
      }),
    );
    await advanceWeek(installation, store.apiKey, 'workflows');
    over.abort();
    await Promise.all([sampling, reading]);
    const row = (name: string, value: number, limit: string): Row => ({
      name,
      value: rounded(value),
      unit: 'MiB',
      limit,
    });
    return [
      row('memory: worker, idle', idle.worker, 'Temporal’s native core and the workflow sandbox'),
      row('memory: worker, busy', busy.worker, 'up to 500 runs kept in the cache'),
      row('memory: api, idle', idle.api, 'code, most of it loaded from sources'),
      row('memory: api, busy', busy.api, 'garbage between two collections'),
    ];
  } finally {
    await installation.stop();
    await world.close();
    await store.remove();
  }
}

async function measure({ api, worker }: Installation): Promise<{ api: number; worker: number }> {
  const [ofApi, ofWorker] = await Promise.all([memoryOf(api.pid), memoryOf(worker.pid)]);
  return { api: ofApi, worker: ofWorker };
}
