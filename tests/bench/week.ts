import { sql } from 'drizzle-orm';
import { openDemoStore } from '../chaos/setup/demo-store.ts';
import { until } from '../drivers/until.ts';
import { openWorld, type World } from '../drivers/world.ts';
import { install, type Installation } from './installation.ts';
import { rounded, type Row } from './row.ts';

const FIRST_DAY = '2026-11-23';
const WEEK_MS = 7 * 86_400_000;
const PATIENCE_MS = 600_000;

/** A week of the demo organisation, both ways of advancing a sandbox, each on a copy of the same first day. */
export async function week(): Promise<Row[]> {
  const store = await openDemoStore(FIRST_DAY);
  try {
    const rows: Row[] = [];
    for (const via of ['direct', 'workflows'] as const) {
      const database = await store.copy();
      const world = await openWorld({ database });
      const installation = await install(database);
      try {
        const cases = await untilRunning(world);
        const seconds = await advanceWeek(installation, store.apiKey, via);
        rows.push({
          name: `sandbox week: ${via}`,
          value: rounded(seconds),
          unit: 's',
          limit: `${cases} live cases; ${LIMITS[via]}`,
        });
      } finally {
        await installation.stop();
        await world.close();
      }
    }
    return rows;
  } finally {
    await store.remove();
  }
}

const LIMITS = {
  direct: 'four steps at a time, each a transaction of some ten statements',
  workflows: 'the way of each poke through outbox, Temporal and worker, and a wait for quiet at each instant',
};

/** Waits until the runs of all live cases have begun and nothing is left to be poked; returns how many live. */
async function untilRunning({ owner }: World): Promise<number> {
  return until(
    'the runs of the demo',
    async () => {
      const { rows } = await owner.execute<{ cases: number; quiet: boolean }>(sql`
        select count(*)::int as cases, bool_and(run_id is not null) and not exists (select 1 from outbox) as quiet
        from enrolment where status = 'live'`);
      return rows[0]?.quiet === true && rows[0].cases;
    },
    PATIENCE_MS,
  );
}

interface Clock {
  now: string;
  advancingTo: string | null;
  quiescent: boolean;
}

/** Asks for a week as anybody would and returns after how many real seconds it was over. */
async function advanceWeek(installation: Installation, key: string, via: 'direct' | 'workflows'): Promise<number> {
  const { now } = await installation.call<Clock>(key, 'GET', '/sandbox/clock');
  const begun = performance.now();
  const advanceTo = new Date(Date.parse(now) + WEEK_MS).toISOString();
  await installation.call(key, 'POST', '/sandbox/clock', { advanceTo, via });
  await until(
    'the end of the week',
    async () => (await installation.call<Clock>(key, 'GET', '/sandbox/clock')).advancingTo === null,
    PATIENCE_MS,
  );
  return (performance.now() - begun) / 1_000;
}
