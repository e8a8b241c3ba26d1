import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { atMost } from './at-most.ts';

test('works on a few at a time, on all of them', async () => {
  let now = 0;
  let most = 0;
  const done: number[] = [];
  await atMost(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
    now += 1;
    most = Math.max(most, now);
    await sleep(2);
    now -= 1;
    done.push(item);
  });
  expect(most).toBe(3);
  expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test('a failure is told when the others have ended', async () => {
  const done: number[] = [];
  const work = atMost(2, [1, 2, 3], async (item) => {
    if (item === 1) throw new Error('first');
    done.push(item);
  });
  await expect(work).rejects.toThrow('first');
  expect(done).toEqual([2, 3]);
});
