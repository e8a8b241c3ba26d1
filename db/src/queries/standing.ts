import { sendingState, type ContactPolicy, type SendingState } from '@relance/workflows/policy';
import type { Tx } from '../client.ts';
import { readClock, type ClockReading } from './clock.ts';
import { lockDebtorContacts, openContacts, type OpenContact } from './contact.ts';
import { pendingMessages, type PendingMessage } from './message.ts';
import { readSendingFacts } from './sending.ts';

/** Where one debtor's messages stand. */
export interface Standing {
  organisationId: string;
  debtorId: string;
  clock: ClockReading;
  sending: SendingState;
  policy: ContactPolicy;
  contacts: OpenContact[];
  pending: PendingMessage[];
}

export async function readStanding(tx: Tx, organisationId: string, debtorId: string): Promise<Standing> {
  const clock = await readClock(tx, organisationId);
  const facts = await readSendingFacts(tx, organisationId, clock.now);
  const sending = sendingState(facts, clock.now);
  return readAgain(tx, { organisationId, debtorId, clock, sending, policy: facts.policy });
}

/** Locks a debtor with all that stands open to it, and reads where it stands. */
export async function lockStanding(tx: Tx, organisationId: string, debtorId: string): Promise<Standing> {
  await lockDebtorContacts(tx, organisationId, debtorId);
  return readStanding(tx, organisationId, debtorId);
}

/** The same debtor at the same instant, as its rows are now. */
export async function readAgain(
  tx: Tx,
  { organisationId, debtorId, clock, sending, policy }: Omit<Standing, 'contacts' | 'pending'>,
): Promise<Standing> {
  return {
    organisationId,
    debtorId,
    clock,
    sending,
    policy,
    contacts: await openContacts(tx, organisationId, debtorId),
    pending: await pendingMessages(tx, organisationId, debtorId),
  };
}
