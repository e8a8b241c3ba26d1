import { expect, test } from 'vitest';
import { awayDelay } from './away-delay.ts';

test('doubles from half a minute to five while the database is away, and begins again when it was back', () => {
  let now = 1_000_000;
  const delay = awayDelay(30_000, () => now);
  const delays: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    const next = delay.next();
    delays.push(next);
    now += next;
  }
  expect(delays).toEqual([30_000, 30_000, 60_000, 120_000, 240_000, 300_000]);
  delay.back();
  expect(delay.next()).toBe(30_000);
});

test('a thousand cases that ask at once wait no longer than one', () => {
  const delay = awayDelay(30_000, () => 5);
  expect(new Set(Array.from({ length: 1_000 }, () => delay.next()))).toEqual(new Set([30_000]));
});
