import { hasDemandBefore, type ContactSettlement } from '@relance/workflows/engine';
import { SEVERE_TONE } from '@relance/workflows/policy';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact, debtor, enrolment, invoice } from '../schema/index.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import { readVersions } from './enrolment-list.ts';
import { recordEvents } from './event.ts';
import { poke } from './outbox.ts';
import { usableAddress } from './usable-address.ts';

const ACTOR = 'dispatcher';

export type WaitReason = NonNullable<typeof contact.$inferSelect.waitingFor>;
export type OpenContact = Awaited<ReturnType<typeof openContacts>>[number];

/** Planned and reserved contacts of a debtor with what decides on them. */
export async function openContacts(tx: Tx, organisationId: string, debtorId: string) {
  const rows = await readOpenContacts(tx, organisationId, debtorId);
  const severe = rows.filter(({ tone }) => tone >= SEVERE_TONE).map(({ versionId }) => versionId);
  const versions = severe.length === 0 ? [] : await readVersions(tx, organisationId, severe);
  const planOf = new Map(versions.map(({ id, plan }) => [id, plan]));
  return rows.map(({ versionId, ...row }) => {
    const plan = planOf.get(versionId);
    return { ...row, demandBefore: plan !== undefined && hasDemandBefore(plan, row.nodeId) };
  });
}

function readOpenContacts(tx: Tx, organisationId: string, debtorId: string) {
  return tx
    .select({
      id: contact.id,
      enrolmentId: contact.enrolmentId,
      invoiceId: contact.invoiceId,
      debtorId: contact.debtorId,
      entityId: contact.entityId,
      currency: contact.currency,
      nodeId: contact.nodeId,
      visit: contact.visit,
      template: contact.template,
      tone: contact.tone,
      recipients: contact.recipients,
      answerIn: contact.answerIn,
      minimumDistanceDays: contact.minimumDistanceDays,
      status: contact.status,
      reason: contact.reason,
      waitingFor: contact.waitingFor,
      slotAt: contact.slotAt,
      plannedAt: contact.plannedAt,
      messageId: contact.messageId,
      versionId: enrolment.versionId,
      enrolmentStatus: enrolment.status,
      closing: enrolment.closing,
      held: enrolment.held,
      invoiceStatus: invoice.status,
      balance: invoice.balance,
      excluded: sql<boolean>`(${debtor.excluded} or ${invoice.excluded})`,
      disputed: sql<boolean>`(${invoice.disputedAt} is not null)`,
      confirmed: sql<boolean>`(${contact.confirmedAt} is not null)`,
      quietUntil: debtor.quietUntil,
      editId: contact.editId,
      reachable: sql<boolean>`exists (select 1 from person p where p.debtor_id = ${contact.debtorId} and ${usableAddress})`,
    })
    .from(contact)
    .innerJoin(debtor, eq(debtor.id, contact.debtorId))
    .innerJoin(enrolment, eq(enrolment.id, contact.enrolmentId))
    .innerJoin(invoice, eq(invoice.id, contact.invoiceId))
    .where(
      and(
        eq(contact.orgId, organisationId),
        eq(contact.debtorId, debtorId),
        inArray(contact.status, ['planned', 'reserved']),
      ),
    )
    .orderBy(asc(contact.id));
}

/**
 * Locks a debtor with the invoices, enrolments and rows of its open contacts and its pending messages, in the order of
 * the whole application, in one statement: each part counts the one before and so begins only when that one is locked.
 */
export async function lockDebtorContacts(tx: Tx, organisationId: string, debtorId: string): Promise<void> {
  const open = sql`org_id = ${organisationId} and debtor_id = ${debtorId} and status in ('planned', 'reserved')`;
  await tx.execute(sql`
    with d as materialized (
      select id from debtor where org_id = ${organisationId} and id = ${debtorId} for no key update
    ), i as materialized (
      select id from invoice
      where (select count(*) from d) > 0 and id in (select invoice_id from contact where ${open})
      order by id for no key update
    ), e as materialized (
      select id from enrolment
      where (select count(*) from i) >= 0 and id in (select enrolment_id from contact where ${open})
      order by id for no key update
    ), c as materialized (
      select id from contact where (select count(*) from e) >= 0 and ${open} order by id for no key update
    ), m as materialized (
      select id from message
      where (select count(*) from c) >= 0 and org_id = ${organisationId} and debtor_id = ${debtorId}
        and status in ('reserved', 'attempting')
      order by id for no key update
    )
    select count(*) from m`);
}

export interface ContactRef {
  id: string;
  enrolmentId: string;
  invoiceId: string;
  debtorId: string;
  nodeId: string;
  visit: number;
}

export interface Settlement {
  status: Exclude<ContactSettlement, 'cancelled'>;
  reason: string | null;
  /** Organisation's time: of the hand-over for `sent`. */
  at: string;
  answerBy: string | null;
  messageId: string | null;
  /** Kind of the audit row that tells it on the timeline. */
  auditKind: string;
  /** Who decided it, and why; the dispatcher, for the reason of the row, where nobody did. */
  actor?: string;
  why?: string;
}

/** Ends contacts: row, one `contact-settled` event per enrolment, timeline. The caller holds the locks. */
export async function settleContacts(
  tx: Tx,
  organisationId: string,
  contacts: readonly ContactRef[],
  { status, reason, at, answerBy, messageId, auditKind, actor = ACTOR, why }: Settlement,
): Promise<void> {
  if (contacts.length === 0) return;
  await tx
    .update(contact)
    .set({
      status,
      reason,
      slotAt: null,
      waitingFor: null,
      settledAt: at,
      sentAt: status === 'sent' ? at : null,
      messageId: status === 'covered' ? null : messageId,
      coveredBy: status === 'covered' ? messageId : null,
    })
    .where(
      inArray(
        contact.id,
        contacts.map((row) => row.id),
      ),
    );
  await recordEvents(
    tx,
    organisationId,
    contacts.map((row) => ({
      enrolmentId: row.enrolmentId,
      kind: 'contact-settled',
      at,
      actor,
      cause: row.id,
      data: { contactId: row.id, nodeId: row.nodeId, visit: row.visit, status, reason, at, answerBy },
    })),
  );
  await appendAudit(
    tx,
    organisationId,
    contacts.map((row) => ({ ...contactEntry(row, auditKind, { at, reason: why ?? reason, messageId }), actor })),
  );
}

/** Plans contacts again: their message will not leave as it is. */
export async function replanContacts(tx: Tx, ids: readonly string[], slotAt: string): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(contact)
    .set({ status: 'planned', messageId: null, slotAt, waitingFor: null, reason: null })
    .where(inArray(contact.id, [...ids]));
}

/** Moves the slot of planned contacts: they leave later. */
export async function deferContact(
  tx: Tx,
  organisationId: string,
  row: ContactRef,
  { slotAt, reason, at }: { slotAt: string; reason: string; at: string },
): Promise<void> {
  await tx.update(contact).set({ slotAt, waitingFor: null, reason: null }).where(eq(contact.id, row.id));
  await appendAudit(tx, organisationId, [
    { ...contactEntry(row, 'contact-deferred', { at, reason, messageId: null }), data: { until: slotAt } },
  ]);
}

/**
 * Lets planned contacts wait for a person. Says so once: those that wait for it already are left alone. `reason` says
 * more than what is waited for.
 */
export async function waitContacts(
  tx: Tx,
  organisationId: string,
  contacts: readonly (ContactRef & { waitingFor: WaitReason | null; reason: string | null })[],
  {
    waitingFor,
    reason,
    at,
    data,
  }: { waitingFor: WaitReason; reason: string | null; at: string; data?: Record<string, unknown> },
): Promise<void> {
  const fresh = contacts.filter((row) => row.waitingFor !== waitingFor || row.reason !== reason);
  if (fresh.length === 0) return;
  await tx
    .update(contact)
    .set({ slotAt: null, waitingFor, reason })
    .where(
      inArray(
        contact.id,
        fresh.map((row) => row.id),
      ),
    );
  await appendAudit(
    tx,
    organisationId,
    fresh.map((row) => ({
      ...contactEntry(row, 'contact-waiting', { at, reason: reason ?? waitingFor, messageId: null }),
      data: { waitingFor, ...data },
    })),
  );
}

export interface WaitScope {
  waitingFor: WaitReason;
  debtorIds?: readonly string[];
  enrolmentIds?: readonly string[];
  entityIds?: readonly string[];
}

/**
 * Gives waiting contacts a slot again and pokes their debtors: the hold is over, the address is there, the debtor is
 * contacted again. Returns how many.
 */
export async function releaseWaits(tx: Tx, organisationId: string, scope: WaitScope, at: string): Promise<number> {
  const released = await tx
    .update(contact)
    .set({ slotAt: at, waitingFor: null, reason: null })
    .where(
      and(
        eq(contact.orgId, organisationId),
        eq(contact.status, 'planned'),
        eq(contact.waitingFor, scope.waitingFor),
        scope.debtorIds ? inArray(contact.debtorId, [...scope.debtorIds]) : undefined,
        scope.enrolmentIds ? inArray(contact.enrolmentId, [...scope.enrolmentIds]) : undefined,
        scope.entityIds ? inArray(contact.entityId, [...scope.entityIds]) : undefined,
      ),
    )
    .returning({
      id: contact.id,
      enrolmentId: contact.enrolmentId,
      invoiceId: contact.invoiceId,
      debtorId: contact.debtorId,
      nodeId: contact.nodeId,
      visit: contact.visit,
    });
  await poke(
    tx,
    organisationId,
    'debtor',
    released.map((row) => row.debtorId),
  );
  await appendAudit(
    tx,
    organisationId,
    released.map((row) => contactEntry(row, 'contact-released', { at, reason: scope.waitingFor, messageId: null })),
  );
  return released.length;
}

/** The line of a contact on its case's timeline. */
export function contactEntry(
  row: ContactRef,
  kind: string,
  { at, reason, messageId }: { at: string; reason: string | null; messageId: string | null },
): AuditEntry {
  return {
    at,
    actor: ACTOR,
    kind,
    reason,
    enrolmentId: row.enrolmentId,
    debtorId: row.debtorId,
    invoiceId: row.invoiceId,
    messageId,
    nodeId: row.nodeId,
    visit: row.visit,
    ref: messageId ?? row.id,
  };
}
