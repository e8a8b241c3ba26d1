import type { DebtorColumns, ImportField, RejectionReason } from '@relance/db/queries';
import type { LineReader } from './line-reader.ts';

const KINDS: [kind: NonNullable<DebtorColumns['kind']>, words: RegExp][] = [
  ['business', /^(business|company|b2b|entreprises?|soci[eé]t[eé]s?|professionnels?|pro)$/i],
  ['public', /^(public|b2g|secteur public|administrations?|collectivit[eé]s?)$/i],
  ['consumer', /^(consumer|individual|b2c|particuliers?|consommateurs?)$/i],
  ['unknown', /^(unknown|inconnu)$/i],
];
const LANGUAGES: [language: 'fr' | 'en', words: RegExp][] = [
  ['fr', /^(fr([-_][a-z]{2})?|fran[cç]ais|french)$/i],
  ['en', /^(en([-_][a-z]{2})?|anglais|english)$/i],
];
const EMAIL = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]+$/;

/**
 * What a line says about its debtor. `strict`: a value that cannot be read rejects the line (a file of debtors); else it
 * is left out, because an invoice must not be lost for its customer's telephone number.
 */
export function readDebtor(line: LineReader, { strict }: { strict: boolean }): DebtorColumns {
  const read = <Value>(
    field: ImportField,
    reason: RejectionReason,
    understand: (text: string) => Value | undefined,
  ): Value | null => {
    const text = line.text(field);
    if (text === null) return null;
    const value = understand(text);
    if (value !== undefined) return value;
    return strict ? line.reject(field, text, reason) : null;
  };
  const vatNumber = read('vatNumber', 'not-a-vat-number', readVatNumber);
  return {
    name: line.text('debtorName'),
    kind: read('debtorKind', 'not-a-kind', (text) => KINDS.find(([, words]) => words.test(text))?.[0]),
    siren: read('siren', 'not-a-siren', readSiren),
    language: read('language', 'not-a-language', (text) => LANGUAGES.find(([, words]) => words.test(text))?.[0]),
    country: read('country', 'not-a-country', (text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined)),
    contactName: line.text('contactName'),
    contactRole: line.text('contactRole'),
    email: read('email', 'not-an-email', (text) => (EMAIL.test(text) ? text : undefined)),
    phone: line.text('phone'),
    ...(vatNumber !== null && { vatNumber }),
  };
}

/** Country and number, without spaces and points, as it is compared. */
function readVatNumber(text: string): string | undefined {
  const bare = text.replaceAll(/[\s.\u00a0-]/g, '').toUpperCase();
  return /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(bare) ? bare : undefined;
}

/** Nine digits with a right check digit; of a SIRET its first nine. */
function readSiren(text: string): string | undefined {
  const digits = text.replaceAll(/[\s.\u00a0]/g, '');
  if (!/^\d{9}(\d{5})?$/.test(digits)) return undefined;
  const siren = digits.slice(0, 9);
  const sum = siren.split('').reduce((total, char, index) => {
    const doubled = Number(char) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 ? siren : undefined;
}
