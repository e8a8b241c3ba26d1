import { z } from 'zod';
import { type Field, field, type FieldOptions } from './field.ts';

const templateId = z.string().min(1).max(100);

/** The id of a message template; whether it exists is the linter's question. */
export function templateField(options: FieldOptions<string>): Field<z.ZodString> {
  return field(templateId, { kind: 'template' }, options);
}
