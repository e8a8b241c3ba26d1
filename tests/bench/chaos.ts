import { isDeepStrictEqual } from 'node:util';
import path from 'node:path';
import { openDemoStore } from '../chaos/setup/demo-store.ts';
import { live, type Lived } from '../chaos/setup/life.ts';
import { outcomeOf, type Outcome } from '../chaos/setup/outcome.ts';
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
  const outcome = outcomeOf(harmed.rows);
  const differences = differencesOf(outcomeOf(calm.rows), outcome);
  for (const difference of differences) console.error(`chaos, seed ${SEED}, ${life}: ${difference}`);
  const name = `chaos: ${life}`;
  return [
    inSeconds(`${harmed.killed.length} kills, ${life}`, harmed, 'time-outs by which what has died is noticed'),
    { name: `${name}, unknown messages`, value: outcome.unknown.length, unit: '', limit: 'each is one open task' },
    { name: `${name}, differences`, value: differences.length, unit: '', limit: `target 0; seed ${SEED}` },
  ];
}

/** Every row that one life has and the other has not, each unknown that is not one task, each message accepted twice. */
function differencesOf(calm: Outcome, harmed: Outcome): string[] {
  const tables = Object.entries(calm.tables).flatMap(([table, rows]) => {
    const others = harmed.tables[table] ?? [];
    return [...without(rows, others, `${table} lost`), ...without(others, rows, `${table} too many`)];
  });
  const accepted = [...harmed.accepted, ...harmed.acceptedUnknown];
  const all = [...calm.accepted, ...calm.acceptedUnknown];
  return [
    ...tables,
    ...without(accepted, all, 'accepted twice or never planned'),
    ...(accepted.length + harmed.unknown.length < all.length ? ['messages that never left'] : []),
    ...(isDeepStrictEqual(harmed.unknown, harmed.asked) ? [] : [`unknown ${harmed.unknown}, asked ${harmed.asked}`]),
  ];
}

/** The rows that stand more often in one list than in the other. */
function without(rows: readonly object[], others: readonly object[], word: string): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(JSON.stringify(other), (left.get(JSON.stringify(other)) ?? 0) + 1);
  return rows.flatMap((row) => {
    const text = JSON.stringify(row);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count > 0 ? [] : [`${word}: ${text}`];
  });
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) {
  const environment = await startEnvironment();
  try {
    console.log(JSON.stringify(await chaos(), null, 2));
  } finally {
    await environment.stop();
  }
}
