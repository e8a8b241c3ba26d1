import type { OpenContact } from '@relance/db/queries';
import type { DebtorView } from './debtor-view.ts';
import { obstacleOf, type Obstacle } from './guard.ts';

export interface DueContact {
  contact: OpenContact;
  obstacle: Obstacle;
}

/**
 * Planned contacts on which something is to be decided now: their slot has come, or what they waited for is no longer
 * what stands in their way. A confirmation and a mended creditor release their contacts themselves. Demands wait while another demand of the debtor is under way, because its end decides.
 */
export function dueContacts(view: DebtorView): DueContact[] {
  const { addressee, clock, contacts, pending } = view;
  const debtor = { excluded: addressee.excluded, reachable: addressee.persons.length > 0 };
  const demandUnderWay = pending.some(({ tone }) => tone > 0);
  return contacts
    .filter(({ status }) => status === 'planned')
    .map((contact) => ({ contact, obstacle: obstacleOf(contact, debtor) }))
    .filter(({ contact: { slotAt, waitingFor, tone }, obstacle }) => {
      if (waitingFor === 'confirmation' || waitingFor === 'refused') return false;
      if (waitingFor === null && (slotAt === null || Date.parse(slotAt) > Date.parse(clock.now))) return false;
      if (obstacle === null) return !(demandUnderWay && tone > 0);
      return obstacle.kind === 'drop' || obstacle.for !== waitingFor;
    });
}
