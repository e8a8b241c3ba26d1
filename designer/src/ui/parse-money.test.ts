import { describe, expect, it } from 'vitest';
import { parseMoney } from './parse-money.ts';

describe('parseMoney', () => {
  it.each([
    ['1 234,5', '1234.50'],
    ['1\u202f234,5\u00a0€', '1234.50'],
    ['1,234.5', '1234.50'],
    ['1.234,56', '1234.56'],
    ["1'234.50", '1234.50'],
    ['1,234', '1234.00'],
    ['12,34', '12.34'],
    ['1 234 567,89', '1234567.89'],
    ['0,05', '0.05'],
    ['007', '7.00'],
    [',5', '0.50'],
    ['−12', '-12.00'],
    ['18312.4 EUR', '18312.40'],
  ])('reads %s', (typed, amount) => expect(parseMoney(typed)).toBe(amount));

  it.each(['', 'abc', '1,23,4', '12.34.5', '1,2345', '1234567890123', '--2', '€'])('refuses %s', (typed) =>
    expect(parseMoney(typed)).toBeUndefined(),
  );

  it('follows the decimals of the currency', () => {
    expect(parseMoney('1,234', 3)).toBe('1.234');
    expect(parseMoney('1234', 0)).toBe('1234');
    expect(parseMoney('12,5', 0)).toBeUndefined();
  });
});
