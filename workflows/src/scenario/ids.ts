const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;

/** A source of random bytes; the default is the platform's. Tests give their own. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/**
 * A fresh id such as `call-7h2k9x0q4m`: 50 random bits, so that an id that was deleted never comes back.
 * Node ids are the key for migration and statistics.
 */
export function newId(prefix: string, randomBytes: RandomBytes = (bytes) => crypto.getRandomValues(bytes)): string {
  const bytes = randomBytes(new Uint8Array(LENGTH));
  return `${prefix}-${Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}
