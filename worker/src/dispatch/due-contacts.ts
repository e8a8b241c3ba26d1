import type { OpenContact } from '@relance/db/queries';
import { obstacleOf, type Obstacle } from './guard.ts';
import type { Standing } from './standing.ts';

export interface DueContact {
  contact: OpenContact;
  obstacle: Obstacle;
}

/**
 * Planned contacts on which something is to be decided now: their slot has come, or what they waited for is no longer
 * what stands in their way (a confirmation and a mended creditor release their contacts themselves). Demands stay as
 * they are while another demand of the debtor is under way, because its end decides.
 */
export function dueContacts({ clock, contacts, pending }: Standing): DueContact[] {
  const demandUnderWay = pending.some(({ tone }) => tone > 0);
  return contacts
    .filter(({ status }) => status === 'planned')
    .map((contact) => ({ contact, obstacle: obstacleOf(contact) }))
    .filter(({ contact: { slotAt, waitingFor, tone }, obstacle }) => {
      if (waitingFor === 'confirmation' || waitingFor === 'refused') return false;
      if (waitingFor === null && (slotAt === null || Date.parse(slotAt) > Date.parse(clock.now))) return false;
      if (obstacle === null) return !(demandUnderWay && tone > 0);
      return obstacle.kind === 'drop' || obstacle.for !== waitingFor;
    });
}
