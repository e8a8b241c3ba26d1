import { createHash } from 'node:crypto';
import { Random } from '@relance/db/seed';

/** Chances of one cause: the same for the same seed and cause, whatever was drawn before. */
export function draw(seed: number, ...cause: readonly (string | number)[]): Random {
  const digest = createHash('sha256')
    .update([seed, ...cause].join('\n'))
    .digest();
  return new Random(digest.readUInt32BE(0));
}
