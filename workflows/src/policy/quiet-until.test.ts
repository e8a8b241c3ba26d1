import { expect, test } from 'vitest';
import { quietUntil } from './quiet-until.ts';

const calendar = { timeZone: 'Europe/Paris', weekend: [6, 7], closed: ['2026-05-14'] };

test.each([
  ['Monday, three business days', '2026-03-02T10:00:00.000Z', 3, '2026-03-05T08:00:00.000Z'],
  ['Friday, over the weekend', '2026-03-06T10:00:00.000Z', 3, '2026-03-11T08:00:00.000Z'],
  ['over a holiday, in summer time', '2026-05-13T10:00:00.000Z', 1, '2026-05-15T07:00:00.000Z'],
])('%s', (_what, at, days, until) => {
  expect(quietUntil(at, days, calendar)).toBe(until);
});
