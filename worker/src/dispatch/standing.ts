import type { Tx } from '@relance/db';
import {
  lockContacts,
  lockDebtorCases,
  openContacts,
  pendingMessages,
  readClock,
  type ClockReading,
  type OpenContact,
  type PendingMessage,
} from '@relance/db/queries';

/** Where one debtor's messages stand. */
export interface Standing {
  organisationId: string;
  debtorId: string;
  clock: ClockReading;
  contacts: OpenContact[];
  pending: PendingMessage[];
}

export async function readStanding(tx: Tx, organisationId: string, debtorId: string): Promise<Standing> {
  return {
    organisationId,
    debtorId,
    clock: await readClock(tx, organisationId),
    contacts: await openContacts(tx, organisationId, debtorId),
    pending: await pendingMessages(tx, organisationId, debtorId),
  };
}

/**
 * Locks a debtor with its cases, contacts and messages in the order of the whole application, and reads them again. What
 * was planned meanwhile is not locked and left out: its own poke brings the next look.
 */
export async function lockStanding(
  tx: Tx,
  { organisationId, debtorId, contacts }: Pick<Standing, 'organisationId' | 'debtorId' | 'contacts'>,
): Promise<Standing> {
  await lockDebtorCases(tx, organisationId, debtorId, contacts);
  await lockContacts(tx, organisationId, debtorId);
  return readLocked(tx, organisationId, debtorId, new Set(contacts.map(({ id }) => id)));
}

export async function readLocked(
  tx: Tx,
  organisationId: string,
  debtorId: string,
  locked: ReadonlySet<string>,
): Promise<Standing> {
  const standing = await readStanding(tx, organisationId, debtorId);
  return { ...standing, contacts: standing.contacts.filter(({ id }) => locked.has(id)) };
}
