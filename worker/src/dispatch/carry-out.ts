import { newId, type Tx } from '@relance/db';
import {
  appendAudit,
  contactEntry,
  deferContact,
  openAddressTasks,
  openCreditTasks,
  readMessageMaterial,
  reserveMessage,
  settleContacts,
  waitContacts,
  type DebtorView,
  type OpenContact,
} from '@relance/db/queries';
import { COVERED_BY_CREDITS, type Decision } from '@relance/workflows/policy';
import { composeMessage } from '@relance/workflows/templates';
import { RESERVED_MS } from './leases.ts';

/**
 * Writes a decision, each part with its line on the timeline of every case concerned. The caller holds the locks.
 * Returns whether every message could be written: what was kept for one that could not is to be decided again.
 */
export async function carryOut(
  tx: Tx,
  view: DebtorView,
  { drop, wait, cover, defer, messages }: Decision<OpenContact>,
  attempts: ReadonlyMap<string, number>,
): Promise<boolean> {
  const { organisationId, debtorId } = view;
  const at = view.clock.now;
  // tasks come before contacts in the order of locks
  if (wait.some((each) => each.for === 'address')) await openAddressTasks(tx, organisationId, [debtorId], at);
  if (drop.some(({ reason }) => reason === COVERED_BY_CREDITS))
    await openCreditTasks(tx, organisationId, [debtorId], at);
  for (const { contact, reason } of drop) {
    const end = { status: 'not-sent', reason, at, answerBy: null, messageId: null } as const;
    await settleContacts(tx, organisationId, [contact], { ...end, auditKind: 'contact-dropped' });
  }
  for (const { contact, for: waitingFor, reason } of wait) {
    await waitContacts(tx, organisationId, [contact], { waitingFor, reason, at });
  }
  for (const { contact, messageId, answerBy } of cover) {
    const end = { status: 'covered', reason: 'listed', at, answerBy, messageId } as const;
    await settleContacts(tx, organisationId, [contact], { ...end, auditKind: 'contact-covered' });
  }
  let whole = true;
  for (const message of messages) whole = (await reserve(tx, view, message, attempts)) && whole;
  // a message that could not be written leaves its room in the week to what would be put off
  const certain = whole ? defer : defer.filter(({ reason }) => reason !== 'weekly-cap');
  for (const { contact, slotAt, reason } of certain) {
    await deferContact(tx, organisationId, contact, { slotAt, reason, at });
  }
  return whole;
}

async function reserve(
  tx: Tx,
  view: DebtorView,
  { demanded, listedInvoiceIds }: Decision<OpenContact>['messages'][number],
  attempts: ReadonlyMap<string, number>,
): Promise<boolean> {
  const { organisationId, debtorId } = view;
  const at = view.clock.now;
  const [first] = demanded;
  const material = await readMessageMaterial(tx, view, { demanded, listedInvoiceIds });
  if (material.edit === null && demanded.some(({ editId }) => editId !== null)) {
    // somebody wrote for another table than this: it is read again before it leaves
    await waitContacts(tx, organisationId, demanded, { waitingFor: 'person', reason: 'text-outdated', at });
    return false;
  }
  const composition = composeMessage(material);
  if ('missing' in composition || !first) {
    const missing = 'missing' in composition ? composition.missing : [];
    const reason = `missing: ${missing.join(', ')}`;
    await waitContacts(tx, organisationId, demanded, { waitingFor: 'refused', reason, at, data: { missing } });
    return false;
  }
  const { invoices, ...message } = composition.message;
  const id = newId();
  const contactIds = demanded.map(({ id }) => id);
  await reserveMessage(tx, organisationId, {
    message: {
      ...message,
      id,
      messageIdHeader: `<${id}@${domainOf(message.from)}>`,
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
  const entry = { at, reason: null, messageId: id };
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

/** The domain of `"Name" <address>`. */
const domainOf = (from: string): string => /@([^@>]+)>$/.exec(from)?.[1] ?? 'relance';
