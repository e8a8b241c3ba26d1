import type { OpenContact, SendingState } from './open-contact.ts';

/** For what a contact that may not leave waits. */
export type WaitFor = 'exclusion' | 'hold' | 'dispute' | 'address' | 'sending' | 'stale' | 'batch';

/** What stands in the way of an open contact. Null: it may leave. */
export type Obstacle =
  | { kind: 'drop'; reason: 'paid' | 'credited' | 'cancelled' | 'ended' }
  | { kind: 'wait'; for: WaitFor }
  | { kind: 'later'; until: string; reason: 'answered' }
  | null;

type Guarded = Pick<
  OpenContact,
  | 'invoiceStatus'
  | 'balance'
  | 'closing'
  | 'enrolmentStatus'
  | 'excluded'
  | 'held'
  | 'disputed'
  | 'reachable'
  | 'confirmed'
  | 'quietUntil'
>;

/**
 * The first thing that stands in the way: facts about the invoice before those about the debtor, these before those about
 * the organisation. An old ledger and a large batch stop what nobody has read; a person's word lets it pass.
 */
export function obstacleOf(contact: Guarded, sending: SendingState, now: string): Obstacle {
  if (contact.invoiceStatus === 'credited') return { kind: 'drop', reason: 'credited' };
  if (contact.invoiceStatus === 'paid' || contact.balance <= 0) return { kind: 'drop', reason: 'paid' };
  if (contact.closing !== null) return { kind: 'drop', reason: contact.closing };
  if (contact.enrolmentStatus === 'ended') return { kind: 'drop', reason: 'ended' };
  if (contact.excluded) return { kind: 'wait', for: 'exclusion' };
  if (contact.held) return { kind: 'wait', for: 'hold' };
  if (contact.disputed) return { kind: 'wait', for: 'dispute' };
  if (!contact.reachable) return { kind: 'wait', for: 'address' };
  if (contact.quietUntil !== null && Date.parse(contact.quietUntil) > Date.parse(now)) {
    return { kind: 'later', until: contact.quietUntil, reason: 'answered' };
  }
  if (!sending.on) return { kind: 'wait', for: 'sending' };
  if (contact.confirmed) return null;
  if (sending.stale) return { kind: 'wait', for: 'stale' };
  return sending.large ? { kind: 'wait', for: 'batch' } : null;
}
