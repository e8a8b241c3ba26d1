import type { Tx } from '@relance/db';
import {
  appendAudit,
  contactEntry,
  deferContact,
  openAddressTasks,
  reserveMessage,
  settleContacts,
  waitContacts,
} from '@relance/db/queries';
import { composeMessage } from './compose-message.ts';
import type { DebtorView } from './debtor-view.ts';
import type { Decision } from './decide.ts';
import { RESERVED_MS } from './leases.ts';

/**
 * Writes a decision, each part with its line on the timeline of every case concerned. The caller holds the locks.
 * Returns whether every message could be written: what was kept for one that could not is to be decided again.
 */
export async function carryOut(
  tx: Tx,
  view: DebtorView,
  { drop, wait, cover, defer, messages }: Decision,
  attempts: ReadonlyMap<string, number>,
): Promise<boolean> {
  const { organisationId, debtorId } = view;
  const at = view.clock.now;
  // tasks come before contacts in the order of locks
  if (wait.some((each) => each.for === 'address')) await openAddressTasks(tx, organisationId, [debtorId], at);
  for (const { contact, reason } of drop) {
    const end = { status: 'not-sent', reason, at, answerBy: null, messageId: null } as const;
    await settleContacts(tx, organisationId, [contact], { ...end, auditKind: 'contact-dropped' });
  }
  for (const { contact, for: waitingFor } of wait) {
    await waitContacts(tx, organisationId, [contact], { waitingFor, reason: null, at });
  }
  for (const { contact, messageId, answerBy } of cover) {
    const end = { status: 'covered', reason: 'listed', at, answerBy, messageId } as const;
    await settleContacts(tx, organisationId, [contact], { ...end, auditKind: 'contact-covered' });
  }
  for (const { contact, slotAt } of defer) {
    await deferContact(tx, organisationId, contact, { slotAt, reason: 'minimum-distance', at });
  }
  let whole = true;
  for (const message of messages) whole = (await reserve(tx, view, message, attempts)) && whole;
  return whole;
}

async function reserve(
  tx: Tx,
  view: DebtorView,
  { demanded, listedInvoiceIds }: Decision['messages'][number],
  attempts: ReadonlyMap<string, number>,
): Promise<boolean> {
  const { organisationId, debtorId } = view;
  const at = view.clock.now;
  const [first] = demanded;
  const composition = await composeMessage(tx, view, { demanded, listedInvoiceIds });
  if ('missing' in composition || !first) {
    const missing = 'missing' in composition ? composition.missing : [];
    const reason = `missing: ${missing.join(', ')}`;
    await waitContacts(tx, organisationId, demanded, { waitingFor: 'refused', reason, at, data: { missing } });
    return false;
  }
  const { invoices, ...message } = composition.message;
  const contactIds = demanded.map(({ id }) => id);
  await reserveMessage(tx, organisationId, {
    message: {
      ...message,
      debtorId,
      entityId: first.entityId,
      currency: first.currency,
      channel: 'email',
      attempts: Math.max(0, ...contactIds.map((id) => attempts.get(id) ?? 0)),
      reservedAt: at,
    },
    invoices,
    contactIds,
    leaseMs: RESERVED_MS,
  });
  const entry = { at, reason: null, messageId: message.id };
  await appendAudit(
    tx,
    organisationId,
    demanded.map((row) => ({
      ...contactEntry(row, 'message-reserved', entry),
      data: { template: message.template, tone: message.tone },
    })),
  );
  return true;
}
