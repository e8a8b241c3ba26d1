import type { Tx } from '@relance/db';
import {
  lockDebtorContacts,
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
  const clock = await readClock(tx, organisationId);
  return readAgain(tx, { organisationId, debtorId, clock });
}

/** Locks a debtor with all that stands open to it, and reads where it stands. */
export async function lockStanding(tx: Tx, organisationId: string, debtorId: string): Promise<Standing> {
  await lockDebtorContacts(tx, organisationId, debtorId);
  return readStanding(tx, organisationId, debtorId);
}

/** The same debtor at the same instant, as its rows are now. */
export async function readAgain(
  tx: Tx,
  { organisationId, debtorId, clock }: Pick<Standing, 'organisationId' | 'debtorId' | 'clock'>,
): Promise<Standing> {
  return {
    organisationId,
    debtorId,
    clock,
    contacts: await openContacts(tx, organisationId, debtorId),
    pending: await pendingMessages(tx, organisationId, debtorId),
  };
}
