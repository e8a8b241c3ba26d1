import { z } from 'zod';
import { isStorable } from './is-storable.ts';

/** Text of at most `maxLength` characters that the database can keep; `message` says so, by default as a catalogue key. */
export function storableText(maxLength: number, message = 'config.unstorable'): z.ZodString {
  return z.string().max(maxLength).refine(isStorable, message);
}
