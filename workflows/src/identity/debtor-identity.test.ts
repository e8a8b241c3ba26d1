import { describe, expect, test } from 'vitest';
import { areSimilarNames, compactVatNumber, isVatNumber } from './index.ts';

describe('VAT number', () => {
  test.each(['FR40303265045', 'fr 40 303 265 045', 'DE136695976', 'BE0428759497', 'NL004495445B01', 'EL094259216'])(
    '%s is one',
    (value) => expect(isVatNumber(value)).toBe(true),
  );
  test.each(['', 'FR', 'FR41303265045', 'FR40303265046', 'GB980780684', 'DE12345678', '40303265045', 'XX123456789'])(
    '%s is none',
    (value) => expect(isVatNumber(value)).toBe(false),
  );
  test('is kept as one word', () => expect(compactVatNumber('be 0428.759-497')).toBe('BE0428759497'));
});

describe('similar names', () => {
  test.each([
    ['Menuiserie Faure', 'MENUISERIE FAURE SARL'],
    ['Établissements Dupré & Cie', 'Ets Dupre'],
    ['S.A.R.L. Béton du Nord', 'Beton Nord'],
    ['Faure', 'Menuiserie Faure'],
    ['Optique Chabert Lyon', 'Optique Chabert Villeurbanne'],
    ['SAS', 'S.A.S.'],
  ])('%s and %s', (one, other) => {
    expect(areSimilarNames(one, other)).toBe(true);
    expect(areSimilarNames(other, one)).toBe(true);
  });
  test.each([
    ['Menuiserie Faure', 'Optique Chabert'],
    ['Faure SARL', 'Chabert SARL'],
    ['Cabinet Martin Audit Conseil', 'Transports Martin Express Europe'],
    ['', 'Faure'],
  ])('%s and %s are not', (one, other) => expect(areSimilarNames(one, other)).toBe(false));
});
