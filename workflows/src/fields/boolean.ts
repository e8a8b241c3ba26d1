import { z } from 'zod';
import { type Field, field, type FieldOptions } from './field.ts';

/** Yes or no. */
export function booleanField(options: FieldOptions<boolean>): Field<z.ZodBoolean> {
  return field(z.boolean(), { kind: 'boolean' }, options);
}
