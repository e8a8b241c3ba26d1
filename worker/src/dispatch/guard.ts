import type { OpenContact } from '@relance/db/queries';

/** What stands in the way of a planned contact. Null: it may leave. */
export type Obstacle =
  | { kind: 'drop'; reason: 'paid' | 'credited' | 'ended' | 'closing' }
  | { kind: 'wait'; for: 'hold' | 'exclusion' | 'address' }
  | null;

export function obstacleOf(contact: OpenContact, debtor: { excluded: boolean; reachable: boolean }): Obstacle {
  if (contact.invoiceStatus === 'credited') return { kind: 'drop', reason: 'credited' };
  if (contact.invoiceStatus === 'paid' || contact.balance <= 0) return { kind: 'drop', reason: 'paid' };
  if (contact.enrolmentStatus === 'ended') return { kind: 'drop', reason: 'ended' };
  if (contact.closing !== null) return { kind: 'drop', reason: contact.closing === 'paid' ? 'paid' : 'closing' };
  if (debtor.excluded) return { kind: 'wait', for: 'exclusion' };
  if (contact.held) return { kind: 'wait', for: 'hold' };
  return debtor.reachable ? null : { kind: 'wait', for: 'address' };
}
