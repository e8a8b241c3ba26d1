import { z } from 'zod';

// PostgreSQL keeps neither NUL nor half of a surrogate pair
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Text of at most `maxLength` characters that the database can keep. */
export function text(maxLength = 500) {
  return z
    .string()
    .max(maxLength)
    .refine((value) => !UNSTORABLE.test(value), 'no NUL and no half of a character');
}

/** Text that says something: not empty, not blank. */
export function filled(maxLength = 500) {
  return text(maxLength).refine((value) => value.trim() !== '', 'must not be empty');
}
