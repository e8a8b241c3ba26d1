import type { z } from 'zod';
import { storableText } from '../scenario/storable-text.ts';
import { type Field, field, type FieldOptions } from './field.ts';

/** One line of text, never empty. */
export function textField(options: FieldOptions<string> & { maxLength: number }): Field<z.ZodString> {
  const { maxLength } = options;
  return field(storableText(maxLength).min(1), { kind: 'text', maxLength }, options);
}
