import { describe, expect, test } from 'vitest';
import { entityGaps, isBic, isEmailAddress, isIban, isSiren } from './index.ts';

describe('SIREN', () => {
  // La Poste, whose establishments alone have another check; EDF; SNCF
  test.each(['356000000', '356 000 000', '552081317', '552\u00a0049\u202f447', '000000000'])('%s is one', (value) => {
    expect(isSiren(value)).toBe(true);
  });
  test.each(['', '35600000', '3560000000', '356000001', '35600000048', '55208131a', '552081371', '５５２０８１３１７'])(
    '%s is none',
    (value) => {
      expect(isSiren(value)).toBe(false);
    },
  );
  test('a single wrong digit, or two neighbours changed over, is noticed', () => {
    const right = '552081317';
    for (let at = 0; at < 9; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const other = right.slice(0, at) + String(digit) + right.slice(at + 1);
        expect(isSiren(other)).toBe(other === right);
      }
      const swapped = right.slice(0, at) + (right[at + 1] ?? '') + (right[at] ?? '') + right.slice(at + 2);
      if (at < 8 && right[at] !== right[at + 1]) expect(isSiren(swapped)).toBe(false);
    }
  });
});

describe('IBAN', () => {
  // the registry's published examples
  test.each([
    'FR14 2004 1010 0505 0001 3M02 606',
    'fr1420041010050500013m02606',
    'DE89370400440532013000',
    'BE68539007547034',
    'GB29NWBK60161331926819',
    'LU280019400644750000',
    'NO9386011117947',
    'MT84MALT011000012345MTLCAST001S',
    'CH9300762011623852957',
    'ES9121000418450200051332',
    'IT60X0542811101000000123456',
    'NL91ABNA0417164300',
  ])('%s is one', (value) => {
    expect(isIban(value)).toBe(true);
  });
  test.each([
    ['nothing', ''],
    ['a wrong digit', 'FR1420041010050500013M02607'],
    ['two neighbours changed over', 'FR1420041010050500103M02606'],
    ['a character too few', 'FR142004101005050001M02606'],
    ['a character too many', 'FR1420041010050500013M026060'],
    ['a country without IBANs', 'US64SVBKUS6S3300958879'],
    ['check digits that are never given', 'FR0020041010050500013M02606'],
    ['a hyphen', 'FR14-2004-1010-0505-0001-3M02-606'],
    ['no country', '1420041010050500013M02606FR'],
    ['a line break and more', 'DE89370400440532013000\nBcc: x'],
  ])('%s is none', (_what, value) => {
    expect(isIban(value)).toBe(false);
  });
});

describe('BIC', () => {
  test.each(['PSSTFRPPPAR', 'psst fr pp', 'DEUTDEFF', 'BNPAFRPPXXX'])('%s is one', (value) => {
    expect(isBic(value)).toBe(true);
  });
  test.each(['', 'PSSTFRP', 'PSSTFRPPPA', 'PSSTFRPPPARX', 'PSST1RPP', 'PSST-RPP', 'FR1420041010'])(
    '%s is none',
    (value) => {
      expect(isBic(value)).toBe(false);
    },
  );
});

describe('e-mail address', () => {
  test.each([
    'compta@client.example',
    'Ada.Lovelace+factures@sous.domaine.example',
    "o'neil@x-y.example",
    `${'a'.repeat(64)}@client.example`,
  ])('%s is one', (value) => {
    expect(isEmailAddress(value)).toBe(true);
  });
  test.each([
    ['nothing', ''],
    ['no domain', 'compta@'],
    ['no top', 'compta@localhost'],
    ['no local part', '@client.example'],
    ['a name before it', 'Compta <compta@client.example>'],
    ['two of them', 'a@client.example, b@client.example'],
    ['a header behind it', 'a@client.example\r\nBcc: b@client.example'],
    ['a line break before it', '\na@client.example'],
    ['a line break in the local part', 'a\nb@client.example'],
    ['a space', 'a b@client.example'],
    ['two dots', 'a..b@client.example'],
    ['a dot at the end', 'a.@client.example'],
    ['an empty label', 'a@client..example'],
    ['a hyphen at the end of a label', 'a@client-.example'],
    ['a quoted part', '"a\\"b"@client.example'],
    ['two at signs', 'a@b@client.example'],
    ['a number as top', 'a@192.0.2.1'],
    ['a local part too long', `${'a'.repeat(65)}@client.example`],
    ['too long in all', `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}`],
    ['a zero character', 'a\0@client.example'],
  ])('%s is none', (_what, value) => {
    expect(isEmailAddress(value)).toBe(false);
  });
});

test('an entity says what it lacks before anything can leave', () => {
  const whole = {
    name: 'Ateliers',
    accountHolder: 'Ateliers SAS',
    iban: 'FR1420041010050500013M02606',
    emailFrom: 'compta@ateliers.example',
    senderName: 'Ada',
  };
  expect(entityGaps(whole)).toEqual([]);
  expect(entityGaps({ ...whole, iban: 'FR14', emailFrom: null })).toEqual(['iban', 'emailFrom']);
  const empty = { name: ' ', accountHolder: null, iban: null, emailFrom: '', senderName: '' };
  expect(entityGaps(empty)).toEqual(['name', 'accountHolder', 'iban', 'emailFrom', 'senderName']);
});
