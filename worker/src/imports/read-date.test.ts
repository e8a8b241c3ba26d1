import { describe, expect, test } from 'vitest';
import { DateDetector } from './detect-dates.ts';
import { readDate, type DateFormat } from './read-date.ts';

describe('dates as ledgers write them', () => {
  test.each<[text: string, format: DateFormat, expected: string | null]>([
    ['31/12/2025', 'DD/MM/YYYY', '2025-12-31'],
    ['1/2/2025', 'DD/MM/YYYY', '2025-02-01'],
    ['1/2/2025', 'M/D/YYYY', '2025-01-02'],
    ['31.12.2025', 'DD/MM/YYYY', '2025-12-31'],
    ['31-12-25', 'DD/MM/YYYY', '2025-12-31'],
    ['2025-12-31', 'DD/MM/YYYY', '2025-12-31'],
    ['20251231', 'YYYY-MM-DD', '2025-12-31'],
    ['2025-12-31T10:00:00Z', 'YYYY-MM-DD', '2025-12-31'],
    ['31/12/2025 00:00', 'DD/MM/YYYY', '2025-12-31'],
    ['12/31/2025', 'DD/MM/YYYY', null],
    ['30/02/2025', 'DD/MM/YYYY', null],
    ['29/02/2024', 'DD/MM/YYYY', '2024-02-29'],
    ['29/02/2025', 'DD/MM/YYYY', null],
    ['00/01/2025', 'DD/MM/YYYY', null],
    ['31/12/0025', 'DD/MM/YYYY', null],
    ['31/12/2025', 'YYYY-MM-DD', null],
    ['tomorrow', 'DD/MM/YYYY', null],
    ['45000', 'DD/MM/YYYY', null],
  ])('%s as %s', (text, format, expected) => {
    expect(readDate(text, format)).toBe(expected);
  });
});

describe('which format a file has', () => {
  test.each<[texts: string[], country: string, format: DateFormat, assumed: boolean]>([
    [['01/02/2025', '31/12/2025'], 'US', 'DD/MM/YYYY', false],
    [['1/2/2025', '12/31/2025'], 'FR', 'M/D/YYYY', false],
    [['2025-01-31', '2025-02-01'], 'FR', 'YYYY-MM-DD', false],
    [['01/02/2025', '03/04/2025'], 'FR', 'DD/MM/YYYY', true],
    [['01/02/2025', '03/04/2025'], 'US', 'M/D/YYYY', true],
    [['31/12/2025', '30/12/2025', '12/31/2025'], 'FR', 'DD/MM/YYYY', false],
    [[], 'FR', 'DD/MM/YYYY', false],
  ])('%j in %s', (texts, country, format, assumed) => {
    const detector = new DateDetector();
    for (const text of texts) detector.see(text);
    expect(detector.decide(country)).toEqual({ format, assumed });
  });
});
