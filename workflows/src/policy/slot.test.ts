import { expect, test } from 'vitest';
import { jitter, slotFor } from './slot.ts';

test('spreads debtors over a quarter of an hour, each always at its own minute', () => {
  const minutes = Array.from({ length: 600 }, (_, index) => jitter(`0192f0a0-0000-7000-8000-${index}`));
  expect(new Set(minutes).size).toBe(15);
  expect(Math.max(...minutes)).toBe(14);
  expect(jitter('debtor')).toBe(jitter('debtor'));
});

test('a slot is the deadline and the jitter', () => {
  const slot = slotFor('2026-03-02T08:00:00Z', 'debtor');
  expect(Date.parse(slot) - Date.parse('2026-03-02T08:00:00Z')).toBe(jitter('debtor') * 60_000);
});
