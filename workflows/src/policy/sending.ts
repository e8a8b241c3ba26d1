import type { ContactPolicy } from './contact-policy.ts';
import type { SendingState } from './open-contact.ts';

/** What an organisation has set about sending, and how things stand there. Instants ISO 8601 in UTC. */
export interface SendingFacts {
  sending: boolean;
  /** Hours; null: the ledger is never too old. */
  staleAfterHours: number | null;
  /** Last payment or list of open items; null: none yet. */
  ledgerAt: string | null;
  /** Times the usual; null: no day is too large. */
  batchFactor: number | null;
  /** Messages that have left today, and those that would leave by themselves until its end. */
  today: number;
  /** Messages on a usual day: the mean of the last days on which any left; null: none has yet. */
  usual: number | null;
  policy: ContactPolicy;
}

/** A day with no more messages than this can be read through: it is never a large one. */
export const READABLE_BATCH = 20;
const HOUR_MS = 3_600_000;

export function sendingState(facts: SendingFacts, now: string): SendingState {
  return { on: facts.sending, stale: isStale(facts, now), large: isLarge(facts) };
}

function isStale({ staleAfterHours, ledgerAt }: SendingFacts, now: string): boolean {
  if (staleAfterHours === null) return false;
  return ledgerAt === null || Date.parse(now) - Date.parse(ledgerAt) > staleAfterHours * HOUR_MS;
}

/** Without any day to compare with, whatever cannot be read through is large. */
function isLarge({ batchFactor, today, usual }: SendingFacts): boolean {
  if (batchFactor === null) return false;
  return today > Math.max(READABLE_BATCH, batchFactor * (usual ?? 0));
}
