import { epochMs, isoInstant } from '../engine/instant.ts';

/** Messages that fall due at one instant leave within so many minutes. */
export const SPREAD_MINUTES = 15;
const MINUTE_MS = 60_000;

/**
 * A stable number of minutes, 0 to 14, by which a debtor's messages leave later: nine o'clock is not a stampede. By its
 * reference, not its id, so that a demo founded again by the same seed tells the same story.
 */
export function jitter(debtorRef: string): number {
  // FNV-1a in 32 bits: spread well enough for a handful of buckets.
  let hash = 0x81_1c_9d_c5;
  for (const character of debtorRef) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return hash % SPREAD_MINUTES;
}

/** The instant from which a message that falls due at `deadline` may leave to this debtor. */
export function slotFor(deadline: string, debtorRef: string): string {
  return isoInstant(epochMs(deadline) + jitter(debtorRef) * MINUTE_MS);
}
