import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemoStore, type DemoStore } from './setup/demo-store.ts';
import { differences } from './setup/differences.ts';
import { live, type Lived } from './setup/life.ts';
import { outcomeOf } from './setup/outcome.ts';
import { planKills } from './setup/plan-kills.ts';

const SEED = Number(process.env.RELANCE_CHAOS_SEED ?? 26);
const DAYS = 5;
const FIRST_DAYS = 3;
// each part dies once in the two lives; the third death of each is the worker's, between a hand-over and its record
const kills = planKills(SEED, 4);
const DEATH_AT = 4;
const PATIENCE_MS = 600_000;

let store: DemoStore;
let calm: Lived;
beforeAll(async () => {
  store = await openDemoStore('2026-11-23');
  calm = await live(store, { days: DAYS, pauseAfter: FIRST_DAYS, kills: [] });
}, PATIENCE_MS);
afterAll(() => store.remove());

describe(`days with three kills at random moments (RELANCE_CHAOS_SEED=${SEED})`, () => {
  test(
    'are five days without any, where the provider can find what it has accepted',
    { timeout: PATIENCE_MS },
    async () => {
      expect(calm.rows['message']?.length).toBeGreaterThan(50);
      const harmed = await live(store, { days: DAYS, kills: kills.slice(0, 2), deathAt: DEATH_AT });
      expect(harmed.killed).toHaveLength(3);
      expect(outcomeOf(harmed.rows).unknown).toEqual([]);
      expect(differences(calm.rows, harmed.rows)).toEqual([]);
    },
  );

  test(
    'leave each message of unknown fate as one task and nothing else, where it cannot',
    { timeout: PATIENCE_MS },
    async () => {
      const harmed = await live(store, { days: FIRST_DAYS, kills: kills.slice(2), deathAt: DEATH_AT, blind: true });
      expect(harmed.killed).toHaveLength(3);
      expect(outcomeOf(harmed.rows).unknown).not.toEqual([]);
      expect(differences(calm.paused ?? {}, harmed.rows)).toEqual([]);
    },
  );
});
