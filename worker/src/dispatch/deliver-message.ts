import { inOrganisation, type Tx } from '@relance/db';
import {
  appendAudit,
  bounceAddresses,
  claimMessage,
  lockStanding,
  messageInvoices,
  pauseMessage,
  poke,
  readMessageHead,
  type PendingMessage,
  type Standing,
} from '@relance/db/queries';
import { obstacleOf } from '@relance/workflows/policy';
import type { Deps } from '../deps.ts';
import type { EmailProvider, HandOver, OutgoingEmail } from '../providers/email-provider.ts';
import { PassingFailure } from '../providers/passing-failure.ts';
import { attemptLease, pauseAfter, QUEUE_MS } from './leases.ts';
import { releaseMessage } from './release-message.ts';
import { settleAttempt } from './settle-attempt.ts';

interface Claim {
  provider: EmailProvider;
  messageId: string;
  debtorId: string;
  fence: number;
  attempts: number;
  email: OutgoingEmail;
}

/** What became of a call; `lost`: nobody knows. */
type Attempt = HandOver | { passing: string; againInMs: number | null } | { lost: string };

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
  const seek = (turnGiven: boolean) =>
    inOrganisation(deps.app, organisationId, (tx) => claimAttempt(tx, deps, organisationId, messageId, turnGiven));
  let claim = await seek(false);
  if (claim !== null && 'turn' in claim) {
    await claim.turn();
    claim = await seek(true);
  }
  if (claim === null || 'turn' in claim) return;
  const { provider } = claim;
  const attempt = await call(deps, provider, claim.email);
  await inOrganisation(deps.app, organisationId, (tx) =>
    endAttempt(tx, organisationId, claim, attempt, provider.find !== undefined),
  );
}

/** Null: there is nothing to claim any more. Where the provider has a rate, its turn is waited for without locks. */
async function claimAttempt(
  tx: Tx,
  deps: Pick<Deps, 'emailProvider'>,
  organisationId: string,
  messageId: string,
  turnGiven: boolean,
): Promise<Claim | { turn: () => Promise<void> } | null> {
  const head = await readMessageHead(tx, organisationId, messageId);
  if (head === null || head.status !== 'reserved') return null;
  const provider = deps.emailProvider(head.organisation);
  if (!turnGiven && provider.turn) return { turn: () => provider.turn?.() ?? Promise.resolve() };
  const { debtorId } = head;
  const standing = await lockStanding(tx, organisationId, debtorId);
  const pending = standing.pending.find(({ id }) => id === messageId);
  if (pending?.status !== 'reserved' || pending.reason !== null) return null;
  const stale = await isStale(tx, standing, messageId);
  if (stale) await releaseMessage(tx, standing, messageId, 'facts-changed');
  const leaseMs = attemptLease(provider.timeoutMs);
  const row = stale ? null : await claimMessage(tx, { messageId, leaseMs, graceMs: QUEUE_MS });
  if (row === null) {
    await poke(tx, organisationId, 'debtor', [debtorId]);
    return null;
  }
  const { messageIdHeader, from, replyTo, to, subject, text, html } = row;
  const at = standing.clock.now;
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
    at,
    attempt: row.attempts,
  };
  return { provider, messageId, debtorId, fence: row.fence, attempts: row.attempts, email };
}

/** Whether what was frozen is no longer so: a demand withdrawn, an invoice paid in part or in full, held, excluded. */
async function isStale(tx: Tx, { contacts, sending, clock }: Standing, messageId: string): Promise<boolean> {
  const mine = contacts.filter((row) => row.status === 'reserved' && row.messageId === messageId);
  if (mine.some((row) => obstacleOf(row, sending, clock.now) !== null)) return true;
  const demandedBy = new Set(mine.map(({ invoiceId }) => invoiceId));
  const standing = await messageInvoices(tx, messageId);
  return standing.some(
    ({ invoiceId, balance, frozen, demanded, held }) =>
      balance !== frozen || held || (demanded && !demandedBy.has(invoiceId)),
  );
}

async function call(deps: Pick<Deps, 'log'>, provider: EmailProvider, email: OutgoingEmail): Promise<Attempt> {
  try {
    return await provider.send(email);
  } catch (error) {
    const { messageId } = email;
    deps.log.warn({ err: error, messageId, provider: provider.name }, 'a message was not handed over');
    if (error instanceof PassingFailure) return { passing: error.message, againInMs: error.againInMs };
    return { lost: error instanceof Error ? error.message.slice(0, 300) : 'failed' };
  }
}

async function endAttempt(
  tx: Tx,
  organisationId: string,
  claim: Claim,
  attempt: Attempt,
  canFind: boolean,
): Promise<void> {
  const { messageId, debtorId, fence } = claim;
  const standing = await lockStanding(tx, organisationId, debtorId);
  const message = standing.pending.find(({ id }) => id === messageId);
  if (message && (await end(tx, standing, message, { claim, attempt, canFind }))) return;
  // the claim ran out and somebody else decided; what this call learnt stays on record
  const data = { fence, ...attempt };
  const at = standing.clock.now;
  await appendAudit(tx, organisationId, [
    { at, actor: 'dispatcher', kind: 'message-late-answer', debtorId, messageId, ref: messageId, data },
  ]);
}

async function end(
  tx: Tx,
  standing: Standing,
  message: PendingMessage,
  { claim, attempt, canFind }: { claim: Claim; attempt: Attempt; canFind: boolean },
): Promise<boolean> {
  const { messageId, debtorId, fence, attempts } = claim;
  if ('accepted' in attempt) {
    if (attempt.accepted) {
      const settled = await settleAttempt(tx, standing, message, { fence, status: 'handed-over', reason: null });
      if (settled) await bounce(tx, standing, messageId, attempt);
      return settled;
    }
    return endRefused(tx, standing, message, { fence, attempt });
  }
  if ('passing' in attempt) {
    const pauseMs = attempt.againInMs ?? pauseAfter(attempts);
    const paused = await pauseMessage(tx, { messageId, fence, reason: attempt.passing, pauseMs });
    if (paused) await poke(tx, standing.organisationId, 'debtor', [debtorId]);
    return paused;
  }
  // left as an attempt: when its claim has run out the provider is asked
  if (canFind) return message.status === 'attempting' && message.fence === fence;
  return settleAttempt(tx, standing, message, { fence, status: 'unknown', reason: attempt.lost });
}

/** Refused for good. Where only its addresses are wrong and the debtor has another, it is written anew to that one. */
async function endRefused(
  tx: Tx,
  standing: Standing,
  message: PendingMessage,
  { fence, attempt }: { fence: number; attempt: Extract<HandOver, { accepted: false }> },
): Promise<boolean> {
  const { reason } = attempt;
  if (!attempt.rejected) return settleAttempt(tx, standing, message, { fence, status: 'refused', reason });
  if (message.status !== 'attempting' || message.fence !== fence) return false;
  if (await bounce(tx, standing, message.id, attempt)) {
    await releaseMessage(tx, standing, message.id, 'bounced');
    await poke(tx, standing.organisationId, 'debtor', [standing.debtorId]);
    return true;
  }
  return settleAttempt(tx, standing, message, { fence, status: 'bounced', reason });
}

/** Keeps the refused addresses from being used again; returns whether the debtor can still be reached. */
function bounce(
  tx: Tx,
  { organisationId, debtorId, clock }: Standing,
  messageId: string,
  attempt: HandOver,
): Promise<boolean> {
  const { rejected: addresses } = attempt;
  if (!addresses) return Promise.resolve(true);
  const reason = attempt.accepted ? 'rejected' : attempt.reason;
  return bounceAddresses(tx, organisationId, {
    debtorId,
    addresses,
    messageId,
    reason,
    actor: 'dispatcher',
    at: clock.now,
  });
}
