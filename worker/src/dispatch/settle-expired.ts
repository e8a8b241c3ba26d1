import type { Tx } from '@relance/db';
import type { PendingMessage, Standing } from '@relance/db/queries';
import type { Verdict } from './ask-provider.ts';
import { releaseMessage } from './release-message.ts';
import { settleAttempt } from './settle-attempt.ts';

export function isExpired({ leaseMs }: Pick<PendingMessage, 'leaseMs'>): boolean {
  return leaseMs <= 0;
}

/**
 * Ends what nobody ended: a reservation that was not taken up is released; an attempt goes by what the provider said and
 * is never sent again blindly. Returns the attempts so far of the contacts that are planned again; null: nothing expired.
 */
export async function settleExpired(
  tx: Tx,
  standing: Standing,
  verdicts: ReadonlyMap<string, Verdict>,
): Promise<Map<string, number> | null> {
  const expired = standing.pending.filter(isExpired);
  if (expired.length === 0) return null;
  const attempts = new Map<string, number>();
  const release = async (message: PendingMessage, reason: string): Promise<void> => {
    for (const { id, messageId } of standing.contacts) if (messageId === message.id) attempts.set(id, message.attempts);
    await releaseMessage(tx, standing, message.id, reason);
  };
  for (const message of expired) {
    if (message.status === 'reserved') await release(message, message.reason ?? 'not-taken-up');
    else await endLost(message, verdicts.get(message.id));
  }
  return attempts;

  async function endLost(message: PendingMessage, verdict: Verdict | undefined): Promise<void> {
    const { fence } = message;
    if (verdict?.fence !== fence) return;
    if (verdict.answer === 'not-found') await release(message, 'not-found');
    if (verdict.answer === 'accepted')
      await settleAttempt(tx, standing, message, { fence, status: 'handed-over', reason: null });
    if (verdict.answer === 'cannot-tell')
      await settleAttempt(tx, standing, message, { fence, status: 'unknown', reason: 'no-answer' });
  }
}
