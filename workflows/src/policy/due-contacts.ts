import { obstacleOf, type Obstacle } from './guard.ts';
import type { OpenContact, SendingState } from './open-contact.ts';

export interface DueContact<Contact extends OpenContact = OpenContact> {
  contact: Contact;
  obstacle: Obstacle;
}

/** What only a person's word ends; a mended creditor releases what was refused. */
const UNTIL_RELEASED: readonly (string | null)[] = ['confirmation', 'refused', 'person', 'batch'];

/**
 * Planned contacts on which something is to be decided now: their slot has come, or what they waited for is no longer
 * what stands in their way. Demands stay as they are while another demand of the debtor is under way, because its end
 * decides.
 */
export function dueContacts<Contact extends OpenContact>({
  clock: { now },
  contacts,
  pending,
  sending,
}: {
  clock: { now: string };
  contacts: readonly Contact[];
  pending: readonly { tone: number }[];
  sending: SendingState;
}): DueContact<Contact>[] {
  const demandUnderWay = pending.some(({ tone }) => tone > 0);
  return contacts
    .filter(({ status }) => status === 'planned')
    .map((contact) => ({ contact, obstacle: obstacleOf(contact, sending, now) }))
    .filter(({ contact: { slotAt, waitingFor, tone }, obstacle }) => {
      if (UNTIL_RELEASED.includes(waitingFor)) return false;
      if (waitingFor === null && (slotAt === null || Date.parse(slotAt) > Date.parse(now))) return false;
      if (obstacle === null) return !(demandUnderWay && tone > 0);
      return obstacle.kind !== 'wait' || obstacle.for !== waitingFor;
    });
}
