import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const FORMAT = 1;
const NONCE = 12;
const TAG = 16;

const keyOf = (secret: string): Buffer => createHash('sha256').update(`relance mail ${secret}`).digest();

/** Closes a text with the installation's key (AES-256-GCM) for one organisation: a row moved to another does not open. */
export function seal(secret: string, organisationId: string, text: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(organisationId));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([FORMAT]), nonce, cipher.getAuthTag(), body]);
}

/** Null when it was sealed with another key, for another organisation, or has been changed. */
export function unseal(secret: string, organisationId: string, sealed: Buffer): string | null {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== FORMAT) return null;
  const nonce = sealed.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), nonce, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(organisationId));
  decipher.setAuthTag(sealed.subarray(1 + NONCE, 1 + NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE + TAG)), decipher.final()]).toString('utf8');
  } catch {
    return null; // the tag does not fit: what is inside is nobody's business
  }
}
