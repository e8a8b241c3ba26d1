import { currencyExponent } from '@relance/workflows/plan';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && regions.of(code) !== undefined;
}

function isTimeZone(name: string): boolean {
  // an offset is no zone: it knows no summer time
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** A country given by a caller, ISO 3166-1 alpha-2. */
export const givenCountry = z
  .string()
  .max(10)
  .refine(isCountry, 'a country, ISO 3166-1 alpha-2, e.g. FR')
  .meta({ examples: ['FR'] });

export const givenTimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, 'a time zone, e.g. Europe/Paris')
  .meta({ examples: ['Europe/Paris'] });

export const givenCurrency = z
  .string()
  .max(10)
  .refine((code) => currencyExponent(code) !== null, 'a known ISO 4217 code')
  .meta({ examples: ['EUR'] });
