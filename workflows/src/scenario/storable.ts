import { z } from 'zod';

/** NUL and lone surrogates: PostgreSQL refuses both in text and jsonb. */
export const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Text that PostgreSQL can keep (no NUL, no half of a surrogate pair) of at most `maxLength` characters. */
export function storableText(maxLength: number): z.ZodString {
  return z
    .string()
    .max(maxLength)
    .refine((value) => !UNSTORABLE.test(value), 'config.unstorable');
}
