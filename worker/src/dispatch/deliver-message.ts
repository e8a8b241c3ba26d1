import { inOrganisation, type Tx } from '@relance/db';
import {
  appendAudit,
  claimMessage,
  lockContacts,
  lockDebtorCases,
  messageInvoices,
  pauseMessage,
  poke,
  readMessageHead,
  type OpenContact,
} from '@relance/db/queries';
import type { Deps } from '../deps.ts';
import type { EmailProvider, HandOver, OutgoingEmail } from '../providers/email-provider.ts';
import { PassingFailure } from '../providers/passing-failure.ts';
import { readDebtorView, type DebtorView } from './debtor-view.ts';
import { obstacleOf } from './guard.ts';
import { attemptLease, pauseAfter } from './leases.ts';
import { releaseMessage } from './release-message.ts';
import { settleAttempt } from './settle-attempt.ts';

interface Claim {
  messageId: string;
  debtorId: string;
  fence: number;
  attempts: number;
  email: OutgoingEmail;
}

/** What became of a call; `lost`: nobody knows. */
type Attempt = HandOver | { passing: string } | { lost: string };

/**
 * Hands one reserved message to its provider and settles it: claimed in a transaction, called outside any, settled in
 * another that matches the claim. Repeated or called twice at once it sends once; killed in between, the next look at
 * the debtor after the claim has run out decides what became of it.
 */
export async function deliverMessage(
  deps: Pick<Deps, 'app' | 'emailProvider' | 'log'>,
  organisationId: string,
  messageId: string,
): Promise<void> {
  const head = await inOrganisation(deps.app, organisationId, (tx) => readMessageHead(tx, organisationId, messageId));
  if (head === null || head.status !== 'reserved') return;
  const provider = deps.emailProvider(head.organisation);
  await provider.turn?.();
  const claim = await inOrganisation(deps.app, organisationId, (tx) =>
    claimAttempt(tx, organisationId, { messageId, debtorId: head.debtorId, leaseMs: attemptLease(provider.timeoutMs) }),
  );
  if (claim === null) return;
  const attempt = await call(deps, provider, claim.email);
  await inOrganisation(deps.app, organisationId, (tx) =>
    endAttempt(tx, organisationId, claim, attempt, provider.find !== undefined),
  );
}

async function claimAttempt(
  tx: Tx,
  organisationId: string,
  { messageId, debtorId, leaseMs }: { messageId: string; debtorId: string; leaseMs: number },
): Promise<Claim | null> {
  const view = await lockedView(tx, organisationId, debtorId);
  const pending = view?.pending.find(({ id }) => id === messageId);
  if (!view || pending?.status !== 'reserved' || pending.reason !== null) return null;
  const mine = view.contacts.filter(({ status, messageId: of }) => status === 'reserved' && of === messageId);
  const stale = await isStale(tx, view, messageId, mine);
  if (stale) await releaseMessage(tx, view, messageId, 'facts-changed');
  const row = stale ? null : await claimMessage(tx, messageId, leaseMs);
  if (row === null) {
    await poke(tx, organisationId, 'debtor', [debtorId]);
    return null;
  }
  const { messageIdHeader, from, replyTo, to, subject, text, html } = row;
  const email = {
    organisationId,
    messageId,
    messageIdHeader,
    from,
    replyTo,
    to,
    subject,
    text,
    html,
    at: view.clock.now,
  };
  return { messageId, debtorId, fence: row.fence, attempts: row.attempts, email };
}

/** Whether what was frozen is no longer so: a demand withdrawn, an invoice paid in part or in full, held, excluded. */
async function isStale(tx: Tx, view: DebtorView, messageId: string, mine: readonly OpenContact[]): Promise<boolean> {
  const debtor = { excluded: view.addressee.excluded, reachable: true };
  if (mine.some((row) => obstacleOf(row, debtor) !== null)) return true;
  const balances = new Map(view.invoices.map(({ id, balance }) => [id, balance]));
  const frozen = await messageInvoices(tx, messageId);
  const demandedBy = new Set(mine.map(({ invoiceId }) => invoiceId));
  return frozen.some(
    ({ invoiceId, balance, demanded }) =>
      balances.get(invoiceId) !== balance || (demanded && !demandedBy.has(invoiceId)),
  );
}

async function call(deps: Pick<Deps, 'log'>, provider: EmailProvider, email: OutgoingEmail): Promise<Attempt> {
  try {
    return await provider.send(email);
  } catch (error) {
    const { messageId } = email;
    deps.log.warn({ err: error, messageId, provider: provider.name }, 'a message was not handed over');
    if (error instanceof PassingFailure) return { passing: error.message };
    return { lost: error instanceof Error ? error.message.slice(0, 300) : 'failed' };
  }
}

async function endAttempt(
  tx: Tx,
  organisationId: string,
  { messageId, debtorId, fence, attempts }: Claim,
  attempt: Attempt,
  canFind: boolean,
): Promise<void> {
  const view = await lockedView(tx, organisationId, debtorId);
  const pending = view?.pending.find(({ id }) => id === messageId);
  if (!view) return;
  const ended = pending ? await end(view, pending) : false;
  if (ended) return;
  // the claim ran out and somebody else decided; what this call learnt stays on record
  const data = { fence, ...attempt };
  await appendAudit(tx, organisationId, [
    { at: view.clock.now, actor: 'dispatcher', kind: 'message-late-answer', debtorId, messageId, ref: messageId, data },
  ]);

  async function end(found: DebtorView, message: DebtorView['pending'][number]): Promise<boolean> {
    if ('accepted' in attempt) {
      return attempt.accepted
        ? settleAttempt(tx, found, message, { fence, status: 'handed-over', reason: null })
        : settleAttempt(tx, found, message, { fence, status: 'refused', reason: attempt.reason });
    }
    if ('passing' in attempt) {
      const paused = await pauseMessage(tx, {
        messageId,
        fence,
        reason: attempt.passing,
        pauseMs: pauseAfter(attempts),
      });
      if (paused) await poke(tx, organisationId, 'debtor', [debtorId]);
      return paused;
    }
    // left as an attempt: when its claim has run out the provider is asked
    if (canFind) return message.status === 'attempting' && message.fence === fence;
    return settleAttempt(tx, found, message, { fence, status: 'unknown', reason: attempt.lost });
  }
}

async function lockedView(tx: Tx, organisationId: string, debtorId: string): Promise<DebtorView | null> {
  const seen = await readDebtorView(tx, organisationId, debtorId);
  if (seen === null) return null;
  await lockDebtorCases(tx, organisationId, debtorId, seen.contacts);
  await lockContacts(tx, organisationId, debtorId);
  return readDebtorView(tx, organisationId, debtorId);
}
