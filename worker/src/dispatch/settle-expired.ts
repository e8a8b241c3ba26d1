import { inOrganisation, type Tx } from '@relance/db';
import { pendingMessages, readAddressee, type PendingMessage } from '@relance/db/queries';
import type { Deps } from '../deps.ts';
import type { DebtorView } from './debtor-view.ts';
import { releaseMessage } from './release-message.ts';
import { settleAttempt } from './settle-attempt.ts';

/** What a provider says of an attempt that nobody ended; `cannot-tell` where it cannot be asked. */
export type Verdict = { fence: number; answer: 'accepted' | 'not-found' | 'cannot-tell' };

export function isExpired({ leaseMs }: Pick<PendingMessage, 'leaseMs'>): boolean {
  return leaseMs <= 0;
}

/** Asks the provider about attempts whose claim has run out. One that does not answer leaves the attempt as it is. */
export async function askForLost(
  deps: Pick<Deps, 'app' | 'emailProvider' | 'log'>,
  organisationId: string,
  debtorId: string,
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  const { lost, organisation } = await inOrganisation(deps.app, organisationId, async (tx) => {
    const pending = await pendingMessages(tx, organisationId, debtorId);
    const attempts = pending.filter((row) => row.status === 'attempting' && isExpired(row));
    const addressee = attempts.length === 0 ? null : await readAddressee(tx, organisationId, debtorId);
    return { lost: attempts, organisation: addressee?.organisation };
  });
  if (organisation === undefined) return verdicts;
  const provider = deps.emailProvider(organisation);
  for (const { id, fence, messageIdHeader } of lost) {
    if (!provider.find) {
      verdicts.set(id, { fence, answer: 'cannot-tell' });
      continue;
    }
    try {
      const found = await provider.find(organisationId, messageIdHeader);
      verdicts.set(id, { fence, answer: found ? 'accepted' : 'not-found' });
    } catch (error) {
      deps.log.warn({ err: error, messageId: id, provider: provider.name }, 'a provider cannot be asked just now');
    }
  }
  return verdicts;
}

/**
 * Ends what nobody ended: a reservation that was not taken up is released; an attempt goes by what the provider said and
 * is never sent again blindly. Returns the attempts so far of the contacts that are planned again.
 */
export async function settleExpired(
  tx: Tx,
  view: DebtorView,
  verdicts: ReadonlyMap<string, Verdict>,
): Promise<Map<string, number>> {
  const attempts = new Map<string, number>();
  const release = async (message: PendingMessage, reason: string): Promise<void> => {
    for (const { id, messageId } of view.contacts) if (messageId === message.id) attempts.set(id, message.attempts);
    await releaseMessage(tx, view, message.id, reason);
  };
  for (const message of view.pending.filter(isExpired)) {
    if (message.status === 'reserved') {
      await release(message, message.reason ?? 'not-taken-up');
      continue;
    }
    const verdict = verdicts.get(message.id);
    if (verdict?.fence !== message.fence) continue;
    if (verdict.answer === 'not-found') await release(message, 'not-found');
    else if (verdict.answer === 'accepted')
      await settleAttempt(tx, view, message, { fence: message.fence, status: 'handed-over', reason: null });
    else await settleAttempt(tx, view, message, { fence: message.fence, status: 'unknown', reason: 'no-answer' });
  }
  return attempts;
}
