import { describe, expect, test } from 'vitest';
import { DecimalDetector } from './detect-decimal.ts';
import { readAmount, type DecimalSign } from './read-amount.ts';

const minor = (text: string, decimal: DecimalSign, currency = 'EUR') => {
  const reading = readAmount(text, currency, decimal);
  return reading.ok ? reading.minor : reading.reason;
};

describe('amounts as ledgers write them', () => {
  test.each<[text: string, decimal: DecimalSign, expected: number | string]>([
    ['1234,56', ',', 123_456],
    ['1 234,56', ',', 123_456],
    ['1\u00a0234,56', ',', 123_456],
    ['1\u202f234,56 €', ',', 123_456],
    ['1.234,56', ',', 123_456],
    ['1,234.56', '.', 123_456],
    ["1'234.50", '.', 123_450],
    ['1234', ',', 123_400],
    ['1,5', ',', 150],
    ['12,500', ',', 1_250],
    ['-12,50', ',', -1_250],
    ['12,50-', ',', -1_250],
    ['(12,50)', ',', -1_250],
    ['0,00', ',', 0],
    ['1,234', ',', 'decimals'],
    ['12.34.56', ',', 'not-a-number'],
    ['1.23,4', ',', 'not-a-number'],
    ['abc', ',', 'not-a-number'],
    ['1,2,3', ',', 'not-a-number'],
    ['12,', ',', 'not-a-number'],
    ['=1+1', '.', 'not-a-number'],
    ['1e5', '.', 'not-a-number'],
    ['12345678901,00', ',', 1_234_567_890_100],
    ['99999999999999', ',', 'digits'],
  ])('%j with %s', (text, decimal, expected) => {
    expect(minor(text, decimal)).toBe(expected);
  });

  test('a currency without decimals', () => {
    expect(minor('1500', ',', 'JPY')).toBe(1500);
    expect(minor('1500,5', ',', 'JPY')).toBe('decimals');
  });
});

describe('which sign separates decimals', () => {
  const decide = (country: string, ...texts: string[]) => {
    const detector = new DecimalDetector();
    for (const text of texts) detector.see(text);
    return detector.decide(country);
  };

  test.each<[texts: string[], country: string, decimal: DecimalSign, assumed: boolean]>([
    [['12,50', '1 234,00'], 'US', ',', false],
    [['12.50', '1,234.00'], 'FR', '.', false],
    [['1.234,50'], 'US', ',', false],
    [['1,234'], 'FR', '.', true],
    [['1.234'], 'US', ',', true],
    [['1234'], 'FR', ',', false],
    [['1234'], 'US', '.', false],
    [['12,50', '12.50'], 'FR', ',', true],
    [['1,234', '12.5'], 'FR', '.', false],
    [['1,234,567'], 'FR', '.', true],
  ])('%j in %s', (texts, country, decimal, assumed) => {
    expect(decide(country, ...texts)).toEqual({ decimal, assumed });
  });
});
