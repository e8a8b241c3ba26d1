import { expect, it } from 'vitest';
import { addDelay } from './add-delay.ts';

it.each([
  ['2026-11-23', { amount: 8, unit: 'day', sign: 1 }, '2026-12-01'],
  ['2026-11-23', { amount: 5, unit: 'day', sign: 1 }, '2026-11-30'],
  ['2026-11-23', { amount: 7, unit: 'business-day', sign: 1 }, '2026-12-02'],
  ['2026-11-23', { amount: 5, unit: 'day', sign: -1 }, '2026-11-18'],
  ['2026-11-21', { amount: 0, unit: 'day', sign: 1 }, '2026-11-23'],
] as const)('%s and %o is %s', (date, delay, expected) => expect(addDelay(date, delay)).toBe(expected));
