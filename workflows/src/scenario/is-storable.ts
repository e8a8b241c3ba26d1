const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Whether PostgreSQL can keep a text: it refuses NUL and half of a surrogate pair, in text and in jsonb. */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}
