import { Temporal } from 'temporal-polyfill';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads `YYYY-MM-DD`; null for anything else, days that no calendar has among them. */
export function plainDate(value: unknown): Temporal.PlainDate | null {
  if (typeof value !== 'string' || !DATE.test(value)) return null;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
