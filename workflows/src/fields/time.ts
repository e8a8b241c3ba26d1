import { z } from 'zod';
import { type Field, field, type FieldOptions } from './field.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'config.time');

/** A time of day `HH:MM`. */
export function timeField(options: FieldOptions<string>): Field<z.ZodString> {
  return field(timeOfDay, { kind: 'time' }, options);
}
