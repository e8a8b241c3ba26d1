import type { OpenContact } from '@relance/db/queries';

/** What stands in the way of an open contact. Null: it may leave. */
export type Obstacle =
  | { kind: 'drop'; reason: 'paid' | 'credited' | 'cancelled' | 'ended' }
  | { kind: 'wait'; for: 'hold' | 'exclusion' | 'address' }
  | null;

export function obstacleOf(contact: OpenContact): Obstacle {
  if (contact.invoiceStatus === 'credited') return { kind: 'drop', reason: 'credited' };
  if (contact.invoiceStatus === 'paid' || contact.balance <= 0) return { kind: 'drop', reason: 'paid' };
  if (contact.closing !== null) return { kind: 'drop', reason: contact.closing };
  if (contact.enrolmentStatus === 'ended') return { kind: 'drop', reason: 'ended' };
  if (contact.excluded) return { kind: 'wait', for: 'exclusion' };
  if (contact.held) return { kind: 'wait', for: 'hold' };
  return contact.reachable ? null : { kind: 'wait', for: 'address' };
}
