import path from 'node:path';
import { openDemoStore } from '../chaos/setup/demo-store.ts';
import { differences } from '../chaos/setup/differences.ts';
import { live, type Lived } from '../chaos/setup/life.ts';
import { outcomeOf } from '../chaos/setup/outcome.ts';
import { planKills } from '../chaos/setup/plan-kills.ts';
import { startEnvironment } from '../setup/environment.ts';
import { rounded, type Row } from './row.ts';

const FIRST_DAY = '2026-11-23';
const DAYS = 30;
const KILLS = 20;
const SEED = Number(process.env.RELANCE_CHAOS_SEED ?? 30);

/**
 * A month of the demo organisation in peace and two under twenty kills: with a provider that can find what it has
 * accepted, and with one that cannot. What differs must be nothing; `RELANCE_CHAOS_SEED` chooses other moments.
 */
export async function chaos(): Promise<Row[]> {
  const store = await openDemoStore(FIRST_DAY);
  try {
    // one of the kills is the worker's, in the middle of a message
    const kills = planKills(SEED, 2 * (KILLS - 1));
    const calm = await live(store, { days: DAYS, kills: [] });
    const found = await live(store, { days: DAYS, kills: kills.slice(0, KILLS - 1), deathAt: 4 });
    const blind = await live(store, { days: DAYS, kills: kills.slice(KILLS - 1), deathAt: 4, blind: true });
    return [
      inSeconds('in peace', calm, 'the way of each poke through outbox, Temporal and worker'),
      ...rowsOf('provider can find', calm, found),
      ...rowsOf('provider cannot find', calm, blind),
    ];
  } finally {
    await store.remove();
  }
}

function inSeconds(life: string, { seconds }: Lived, limit: string): Row {
  return { name: `chaos: ${DAYS} days, ${life}`, value: rounded(seconds), unit: 's', limit };
}

function rowsOf(life: string, calm: Lived, harmed: Lived): Row[] {
  const differing = differences(calm.rows, harmed.rows);
  for (const difference of differing) console.error(`chaos, seed ${SEED}, ${life}: ${difference}`);
  const unknown = outcomeOf(harmed.rows).unknown.length;
  const name = `chaos: ${life}`;
  return [
    inSeconds(`${harmed.killed.length} kills, ${life}`, harmed, 'time-outs by which what has died is noticed'),
    { name: `${name}, unknown messages`, value: unknown, unit: '', limit: 'each is one open task' },
    { name: `${name}, differences`, value: differing.length, unit: '', limit: `target 0; seed ${SEED}` },
  ];
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) {
  const environment = await startEnvironment();
  try {
    console.log(JSON.stringify(await chaos(), null, 2));
  } finally {
    await environment.stop();
  }
}
