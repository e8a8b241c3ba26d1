import { PassingFailure } from './passing-failure.ts';

/** A full mailbox takes the message at this attempt. */
const EMPTIED_AT = 3;

interface Attempted {
  to: readonly string[];
  /** 1 at the first try of this message. */
  attempt: number;
}

/**
 * What a mail server says to addresses that exist to be refused, as its answer to a delivery: the mailbox
 * `mailbox-inconnue@…` and whole domains `domaine-inconnu.…` take no mail, `boite-pleine@…` takes it later.
 * Null: every address takes it.
 */
export function catcherRefusal({ to, attempt }: Attempted): { reason: string; rejected: string[] } | null {
  const gone = to.filter((address) => reasonOf(address) !== null);
  if (gone.length > 0) return { reason: gone.map((address) => reasonOf(address)).join('; '), rejected: gone };
  const isFull = to.some((address) => address.startsWith('boite-pleine@'));
  if (isFull && attempt < EMPTIED_AT) {
    throw new PassingFailure('452 4.2.2 Mailbox full', null, 0);
  }
  return null;
}

function reasonOf(address: string): string | null {
  const [mailbox, domain = ''] = address.toLowerCase().split('@');
  if (mailbox === 'mailbox-inconnue') return '550 5.1.1 Unknown mailbox';
  return domain.startsWith('domaine-inconnu.') ? '550 5.1.2 Unknown domain' : null;
}
