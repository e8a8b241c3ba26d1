import { TIME_OF_DAY } from '@relance/workflows/fields';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const YEARS = { least: 1900, most: 2200 };

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    const { year } = Temporal.PlainDate.from(value, { overflow: 'reject' });
    return year >= YEARS.least && year <= YEARS.most;
  } catch {
    return false;
  }
}

function isInstant(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)) return false;
  try {
    Temporal.Instant.from(value);
    return isDate(value.slice(0, 10));
  } catch {
    return false;
  }
}

/** A day of the calendar given by a caller: it exists. */
export const givenDate = z.string().max(40).refine(isDate, 'a date YYYY-MM-DD').meta({ format: 'date' });

/** An instant given by a caller, ISO 8601 with zone; read to the millisecond. */
export const givenInstant = z
  .string()
  .max(40)
  .refine(isInstant, { message: 'an instant, ISO 8601 with zone', abort: true })
  .overwrite((value) => new Date(Temporal.Instant.from(value).epochMilliseconds).toISOString())
  .meta({ format: 'date-time' });

export const timeOfDay = z.string().regex(TIME_OF_DAY, 'a time of day HH:MM');
export const date = z.string().meta({ format: 'date' });
export const instant = z.string().meta({ format: 'date-time' });
