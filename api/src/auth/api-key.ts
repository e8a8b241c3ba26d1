import { createHash, randomBytes } from 'node:crypto';

/** A fresh API key: shown once, kept by its hash alone. */
export function newApiKey(): string {
  return `rk_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 in hex: what is kept of an API key. */
export function hashApiKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
