import type { z } from 'zod';
import { storableText } from '../scenario/storable-text.ts';
import { type Field, field, type FieldOptions } from './field.ts';

/** Several lines of text. */
export function longTextField(options: FieldOptions<string> & { maxLength: number }): Field<z.ZodString> {
  const { maxLength } = options;
  return field(storableText(maxLength), { kind: 'long-text', maxLength }, options);
}
