import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date.ts';

describe('parseDate', () => {
  it.each([
    ['15/12/2026', '2026-12-15'],
    ['15/12', '2026-12-15'],
    ['3/1', '2027-01-03'],
    ['15.12.26', '2026-12-15'],
    ['15 12', '2026-12-15'],
    ['2026-12-15', '2026-12-15'],
    ['+8', '2026-12-16'],
    ['J+24', '2027-01-01'],
    ['29/02/2028', '2028-02-29'],
  ])('reads %s', (typed, date) => expect(parseDate(typed, '2026-12-08')).toBe(date));

  it.each(['', 'mardi', '31/02/2026', '12/15/2026', '15/12/202'])('refuses %s', (typed) =>
    expect(parseDate(typed, '2026-12-08')).toBeUndefined(),
  );
});
