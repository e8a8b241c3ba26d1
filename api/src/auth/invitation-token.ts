import { createHash, randomBytes } from 'node:crypto';

/** A fresh token of an invitation's link: given once, kept by its digest alone. */
export function newInvitationToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
