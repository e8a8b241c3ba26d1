import { compactIban } from './iban.ts';

/** Whether a text is the code of a bank: party, country, place and perhaps a branch (ISO 9362), 8 or 11 characters. */
export function isBic(value: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(compactIban(value));
}
