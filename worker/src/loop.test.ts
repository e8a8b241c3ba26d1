import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { startLoop } from './loop.ts';

describe('a loop', () => {
  test('rests between rounds and can be woken', async () => {
    let rounds = 0;
    const loop = startLoop({
      round: async () => {
        rounds += 1;
        return 60_000;
      },
      failed: () => 60_000,
    });
    await sleep(10);
    expect(rounds).toBe(1);
    loop.wake();
    await sleep(10);
    expect(rounds).toBe(2);
    await loop.stop();
    expect(rounds).toBe(2);
  });

  test('is not hurried below its least rest', async () => {
    let rounds = 0;
    const loop = startLoop({
      leastRestMs: 60,
      round: async () => {
        rounds += 1;
        return 60_000;
      },
      failed: () => 60_000,
    });
    await sleep(5);
    for (let index = 0; index < 5; index += 1) loop.wake();
    await sleep(20);
    expect(rounds).toBe(1);
    await sleep(80);
    expect(rounds).toBe(2);
    await loop.stop();
  });

  test('goes on after a round that threw', async () => {
    const failures: unknown[] = [];
    let rounds = 0;
    const loop = startLoop({
      round: async () => {
        rounds += 1;
        if (rounds === 1) throw new Error('once');
        return 60_000;
      },
      failed: (error) => {
        failures.push(error);
        return 1;
      },
    });
    await sleep(30);
    await loop.stop();
    expect(rounds).toBe(2);
    expect(failures).toHaveLength(1);
  });

  test('ends when the round under way is over', async () => {
    let over = false;
    const loop = startLoop({
      round: async () => {
        await sleep(30);
        over = true;
        return 0;
      },
      failed: () => 0,
    });
    await loop.stop();
    expect(over).toBe(true);
  });
});
