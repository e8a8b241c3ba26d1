import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import type { Plan } from './plan.ts';

/** SHA-256 in hex of the plan's canonical JSON: the same in browser and server, whatever the order of keys. */
export function planHash(plan: Plan): string {
  return sha256Hex(canonicalJson(plan));
}

/** SHA-256 in hex of a text in UTF-8. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
