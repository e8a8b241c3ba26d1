import { describe, expect, test } from 'vitest';
import { calendarOf } from './calendar.ts';

const fallback = { country: 'FR', timeZone: 'Europe/Paris' };
const request = { country: null, fallback, closures: [], years: { from: 2026, to: 2026 } };

describe('the calendar of a debtor', () => {
  test('without country it is the scenario’s', () => {
    const calendar = calendarOf(request);
    expect(calendar).toMatchObject({ timeZone: 'Europe/Paris', weekend: [6, 7] });
    expect(calendar.closed).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  test('with country it is that country’s, zone included', () => {
    const calendar = calendarOf({ ...request, country: 'be' });
    expect(calendar.timeZone).toBe('Europe/Brussels');
    expect(calendar.closed).toContain('2026-07-21');
    expect(calendar.closed).not.toContain('2026-07-14');
  });

  test('the scenario’s zone stands within the same country', () => {
    const overseas = { country: 'FR', timeZone: 'Indian/Reunion' };
    expect(calendarOf({ ...request, country: 'FR', fallback: overseas }).timeZone).toBe('Indian/Reunion');
  });

  test('company closures and the weekend of the country count', () => {
    const calendar = calendarOf({ ...request, country: 'SA', closures: ['2026-08-10'] });
    expect(calendar.weekend).toEqual([5, 6]);
    expect(calendar.closed).toContain('2026-08-10');
  });

  test('a country nobody knows has weekends alone', () => {
    expect(calendarOf({ ...request, country: 'ZZ' })).toEqual({
      timeZone: 'Europe/Paris',
      weekend: [6, 7],
      closed: [],
    });
  });
});
