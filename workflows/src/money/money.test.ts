import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencies, currencyExponent } from './currency.ts';
import { formatMoney, parseMoney } from './money.ts';

test('knows the decimals of currencies', () => {
  expect(currencies()).toHaveLength(new Set(currencies()).size);
  expect(['EUR', 'JPY', 'KWD', 'eur', 'toString'].map(currencyExponent)).toEqual([2, 0, 3, null, null]);
});

describe('reads', () => {
  test.each([
    ['1234.56', 'EUR', 123_456],
    ['1234.5', 'EUR', 123_450],
    ['-0.01', 'EUR', -1],
    ['-0', 'EUR', 0],
    ['007', 'JPY', 7],
    ['1.234', 'KWD', 1234],
    ['9999999999.99', 'EUR', 999_999_999_999],
  ])('%s %s', (amount, currency, expected) => {
    expect(parseMoney({ amount, currency })).toEqual({ amount: expected, currency });
  });

  test.each([
    ['1.234', 'EUR'],
    ['1.5', 'JPY'],
    ['12345678901.23', 'EUR'],
    ['1234567890123', 'EUR'],
    ['1,5', 'EUR'],
    ['1e3', 'EUR'],
    ['+1', 'EUR'],
    ['.5', 'EUR'],
    ['5.', 'EUR'],
    [' 5', 'EUR'],
    ['', 'EUR'],
    ['٣', 'EUR'],
    ['5', 'XXX'],
  ])('not %j %s', (amount, currency) => {
    expect(parseMoney({ amount, currency })).toBeNull();
  });
});

test('writes what it reads', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...currencies()),
      fc.integer({ min: -99_999_999, max: 99_999_999 }),
      (currency, minor) => {
        const amount = minor === 0 ? 0 : minor;
        expect(parseMoney(formatMoney({ amount, currency }))).toEqual({ amount, currency });
      },
    ),
  );
});

test('refuses to write what is no money', () => {
  expect(() => formatMoney({ amount: 1, currency: 'XXX' })).toThrow(RangeError);
  expect(() => formatMoney({ amount: 0.5, currency: 'EUR' })).toThrow(RangeError);
});
