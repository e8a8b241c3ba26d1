import { z } from 'zod';
import { type Field, field, type FieldOptions } from './field.ts';

const scriptId = z.string().min(1).max(100);

/** The id of a call script; whether it exists is the linter's question. */
export function scriptField(options: FieldOptions<string>): Field<z.ZodString> {
  return field(scriptId, { kind: 'script' }, options);
}
