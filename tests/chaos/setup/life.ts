import { setTimeout as sleep } from 'node:timers/promises';
import { snapshot } from '../../drivers/snapshot.ts';
import { until } from '../../drivers/until.ts';
import { openWorld } from '../../drivers/world.ts';
import type { DemoStore } from './demo-store.ts';
import { install, type Installation, type InstallationOptions, type Part } from './installation.ts';

export interface Kill {
  part: Part;
  /** When the organisation's time has come this far of its way, from 0 to 1. */
  share: number;
  /** Real milliseconds after that. */
  delay: number;
}

export interface LifeOptions extends InstallationOptions {
  days: number;
  /** Days after which it stands still for a moment, so that shorter lives can be compared with it; kills come later. */
  pauseAfter?: number;
  kills: readonly Kill[];
}

export interface Lived {
  rows: Record<string, unknown[]>;
  /** As they stood at the pause. */
  paused: Record<string, unknown[]> | null;
  /** Parts in the order of their deaths. */
  killed: Part[];
  /** Real seconds from the wish to advance to its end. */
  seconds: number;
}

interface Clock {
  now: string;
  advancingTo: string | null;
  quiescent: boolean;
}

const DAY_MS = 86_400_000;
const PATIENCE_MS = 600_000;

/** The demo organisation lives on for some days through its workflows, on processes that are killed on the way. */
export async function live(store: DemoStore, { days, pauseAfter, kills, ...options }: LifeOptions): Promise<Lived> {
  const installation = await install(store, options);
  const killed: Part[] = [];
  try {
    const begun = performance.now();
    const from = Date.parse((await readClock(installation)).now);
    const to = from + days * DAY_MS;
    let paused: Lived['paused'] = null;
    if (pauseAfter !== undefined) {
      await advance(installation, new Date(from + pauseAfter * DAY_MS).toISOString());
      await arrive(installation);
      paused = await readRows(installation, store);
    }
    await advance(installation, new Date(to).toISOString());
    for (const { part, share, delay } of kills.toSorted((one, other) => one.share - other.share)) {
      const moment = from + share * (to - from);
      await until(
        `the moment to kill ${part}`,
        async () => Date.parse((await readClock(installation)).now) >= moment,
        PATIENCE_MS,
      );
      await sleep(delay);
      await installation.kill(part);
      killed.push(part);
    }
    await arrive(installation);
    const seconds = (performance.now() - begun) / 1_000;
    if (options.deathAt !== undefined && options.deathAt !== null) {
      if (!installation.hasDied()) throw new Error('too few messages left for the worker to die of one');
      killed.push('worker');
    }
    return { rows: await readRows(installation, store), paused, killed, seconds };
  } finally {
    await installation.stop();
  }
}

/** What the organisation's clock says, as soon as somebody answers. */
function readClock(installation: Installation): Promise<Clock> {
  return until('the clock', async () => {
    const answer = await installation.call('GET', '/sandbox/clock');
    return answer?.status === 200 && (answer.body as Clock);
  });
}

async function arrive(installation: Installation): Promise<void> {
  await until(
    'the end of the way',
    async () => {
      const { advancingTo, quiescent } = await readClock(installation);
      return advancingTo === null && quiescent;
    },
    PATIENCE_MS,
  );
}

async function advance(installation: Installation, advanceTo: string): Promise<void> {
  const answer = await installation.call('POST', '/sandbox/clock', { advanceTo, via: 'workflows' });
  if (answer?.status !== 202) throw new Error(`the clock does not advance: ${JSON.stringify(answer)}`);
}

async function readRows({ database }: Installation, store: DemoStore): Promise<Record<string, unknown[]>> {
  const world = await openWorld({ database: { ...database, drop: () => Promise.resolve() } });
  try {
    return await snapshot(world, store);
  } finally {
    await world.close();
  }
}
