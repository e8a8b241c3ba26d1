import { expect, it } from 'vitest';
import { localDaysLater, startOfLocalDay } from './local-days.ts';

it('keeps the time of day across summer time', async () => {
  expect(await localDaysLater('2026-10-24T08:00:00Z', 1, 'Europe/Paris')).toBe('2026-10-25T09:00:00Z');
});

it('starts a day at its midnight', async () => {
  expect(await startOfLocalDay('2026-12-09', 'Europe/Paris')).toBe('2026-12-08T23:00:00Z');
});
