import { compact, isSiren } from './siren.ts';

/**
 * What stands after the country in the VAT number of each member state, and of Northern Ireland (XI). Source: European
 * Commission, VIES, structure of VAT identification numbers.
 */
const SHAPES: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{12}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

/** As it is kept: capitals without spaces, points and hyphens. */
export function compactVatNumber(value: string): string {
  return compact(value).replaceAll(/[.-]/g, '').toUpperCase();
}

/** Whether a text is a VAT number of the EU; of a French one the key and the SIREN in it are checked. */
export function isVatNumber(value: string): boolean {
  const number = compactVatNumber(value);
  const [country, rest] = [number.slice(0, 2), number.slice(2)];
  if (!SHAPES[country]?.test(rest)) return false;
  return country !== 'FR' || isFrench(rest);
}

/** A key of two digits follows from the SIREN; one with a letter is given otherwise. */
function isFrench(rest: string): boolean {
  const [key, siren] = [rest.slice(0, 2), rest.slice(2)];
  if (!isSiren(siren)) return false;
  return !/^\d{2}$/.test(key) || Number(key) === (12 + 3 * (Number(siren) % 97)) % 97;
}
