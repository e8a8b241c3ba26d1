import { expect, test } from 'vitest';
import { nextOpening, weeklyAllowance } from './contact-policy.ts';

const HOURS = { from: '09:00', until: '17:00' };
/** Monday 6 April 2026 is Easter Monday; clocks went forward on 29 March. */
const PARIS = { timeZone: 'Europe/Paris', weekend: [6, 7], closed: ['2026-04-06'] };

test.each([
  ['in the middle of a day', '2026-03-03T10:00:00.000Z', '2026-03-03T10:00:00.000Z'],
  ['at the very beginning', '2026-03-03T08:00:00.000Z', '2026-03-03T08:00:00.000Z'],
  ['a moment before the end', '2026-03-03T15:59:59.999Z', '2026-03-03T15:59:59.999Z'],
  ['at the end', '2026-03-03T16:00:00.000Z', '2026-03-04T08:00:00.000Z'],
  ['early in the morning', '2026-03-03T05:00:00.000Z', '2026-03-03T08:00:00.000Z'],
  ['late in the evening, on the next day elsewhere', '2026-03-03T23:30:00.000Z', '2026-03-04T08:00:00.000Z'],
  ['on a Friday evening', '2026-03-06T17:00:00.000Z', '2026-03-09T08:00:00.000Z'],
  ['on a Saturday at noon', '2026-03-07T11:00:00.000Z', '2026-03-09T08:00:00.000Z'],
  ['on a Sunday before a holiday, in summer time', '2026-04-05T08:00:00.000Z', '2026-04-07T07:00:00.000Z'],
  ['over the night in which clocks go forward', '2026-03-28T12:00:00.000Z', '2026-03-30T07:00:00.000Z'],
])('office hours: %s', (_, instant, opening) => {
  expect(nextOpening(instant, HOURS, PARIS)).toBe(opening);
});

test('a calendar that is closed for more than a year holds nothing for ever', () => {
  const never = { ...PARIS, weekend: [1, 2, 3, 4, 5, 6, 7] };
  expect(nextOpening('2026-03-03T10:00:00.000Z', HOURS, never)).toBe('2026-03-03T10:00:00.000Z');
  const next = nextOpening('2026-03-03T18:00:00.000Z', HOURS, never);
  expect(nextOpening(next, HOURS, never)).toBe(next);
});

test('without office hours any instant is as good as another', () => {
  expect(nextOpening('2026-04-05T01:00:00.000Z', null, PARIS)).toBe('2026-04-05T01:00:00.000Z');
});

const NOW = '2026-03-10T08:00:00.000Z';
const daysAgo = (days: number, ms = 0) => new Date(Date.parse(NOW) - days * 86_400_000 + ms).toISOString();

test.each<[string, number | null, (string | null)[], number, string | null]>([
  ['nothing has left', 4, [], 4, null],
  ['any number may leave', null, [daysAgo(1), daysAgo(1)], Number.POSITIVE_INFINITY, null],
  ['seven days are over', 1, [daysAgo(7)], 1, null],
  ['seven days are over in a moment', 1, [daysAgo(7, 1)], 0, daysAgo(0, 1)],
  ['the oldest of three makes room', 3, [daysAgo(1), daysAgo(6), daysAgo(2)], 0, daysAgo(-1)],
  ['more than allowed left, before the limit was set', 1, [daysAgo(1), daysAgo(6)], 0, daysAgo(-6)],
  ['one is under way', 1, [null], 0, daysAgo(-7)],
  ['one is left beside what is under way', 2, [null], 1, null],
])('a week of messages: %s', (_, most, handOvers, left, nextAt) => {
  expect(weeklyAllowance(most, handOvers, NOW)).toEqual({ left, nextAt });
});
