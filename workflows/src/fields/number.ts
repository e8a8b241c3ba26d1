import { z } from 'zod';
import { type Field, field, type FieldOptions } from './field.ts';

/** A whole number between two bounds. */
export function numberField(options: FieldOptions<number> & { min: number; max: number }): Field<z.ZodInt> {
  const { min, max } = options;
  return field(z.int().min(min).max(max), { kind: 'number', min, max }, options);
}
