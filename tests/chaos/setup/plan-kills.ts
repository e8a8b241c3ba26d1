import { Random } from '@relance/db/seed';
import type { Part } from './installation.ts';
import type { Kill } from './life.ts';

const PARTS: readonly Part[] = ['worker', 'api', 'temporal', 'postgres'];

/** Kills at random moments, the same for the same seed: every part is as often the victim as the others, give or take one. */
export function planKills(seed: number, count: number): Kill[] {
  const random = new Random(seed);
  const rounds = Array.from({ length: Math.ceil(count / PARTS.length) }, () => random.shuffle(PARTS)).flat();
  return rounds.slice(0, count).map((part) => ({ part, share: random.next() * 0.9, delay: random.between(0, 400) }));
}
