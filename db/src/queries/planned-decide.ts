import { inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact } from '../schema/index.ts';
import { answerConfirmations } from './answer-cases.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import { contactEntry, settleContacts } from './contact.ts';
import { poke } from './outbox.ts';
import type { LockedContact } from './planned-lock.ts';

export interface OutboxAct {
  actor: string;
  /** Organisation's time. */
  at: string;
}

/**
 * A person has read these messages and wants them to leave: they wait for no confirmation, old ledger or large batch any
 * more. What else stands in their way still does. The caller holds the locks.
 */
export async function confirmContacts(
  tx: Tx,
  organisationId: string,
  contacts: readonly LockedContact[],
  { actor, at }: OutboxAct,
): Promise<void> {
  const confirmed = { confirmedAt: at, confirmedBy: actor, reason: null };
  const [asked, others] = [contacts.filter(isAsked), contacts.filter((row) => !isAsked(row))];
  await set(tx, asked, confirmed);
  // the scenario releases those itself, as its next step
  await answerConfirmations(tx, organisationId, asked, { outcome: 'send', actor, at });
  const waitsForFact = others.filter(({ waitingFor }) => waitingFor !== null && !RELEASED.includes(waitingFor));
  await set(tx, waitsForFact, { confirmedAt: at, confirmedBy: actor });
  await set(
    tx,
    others.filter((row) => !waitsForFact.includes(row)),
    { ...confirmed, slotAt: at, waitingFor: null },
  );
  await appendAudit(
    tx,
    organisationId,
    contacts.map((row) => told(row, 'contact-confirmed', { actor, at, reason: row.waitingFor })),
  );
  await pokeDebtors(tx, organisationId, contacts);
}

/** What a person's word ends. */
const RELEASED: readonly string[] = ['stale', 'batch', 'person'];

/** These messages never leave; their cases go on to the next step. */
export async function dropContacts(
  tx: Tx,
  organisationId: string,
  contacts: readonly LockedContact[],
  { actor, at, reason }: OutboxAct & { reason: string },
): Promise<void> {
  const [asked, others] = [contacts.filter(isAsked), contacts.filter((row) => !isAsked(row))];
  const gone = { status: 'not-sent', reason: 'dropped', slotAt: null, waitingFor: null, settledAt: at } as const;
  await set(tx, asked, gone);
  await answerConfirmations(tx, organisationId, asked, { outcome: 'drop', actor, at });
  await settleContacts(tx, organisationId, others, {
    status: 'not-sent',
    reason: 'dropped',
    at,
    answerBy: null,
    messageId: null,
    auditKind: 'contact-dropped',
    actor,
    why: reason,
  });
  await appendAudit(
    tx,
    organisationId,
    asked.map((row) => told(row, 'contact-dropped', { actor, at, reason })),
  );
  await pokeDebtors(tx, organisationId, contacts);
}

/** These messages wait until somebody takes them up again, or until an instant. */
export async function setContactsAside(
  tx: Tx,
  organisationId: string,
  contacts: readonly LockedContact[],
  { actor, at, reason, until }: OutboxAct & { reason: string; until: string | null },
): Promise<void> {
  const [asked, others] = [contacts.filter(isAsked), contacts.filter((row) => !isAsked(row))];
  await set(tx, asked, { reason });
  await set(
    tx,
    others,
    until === null ? { waitingFor: 'person', slotAt: null, reason } : { waitingFor: null, slotAt: until, reason: null },
  );
  await appendAudit(
    tx,
    organisationId,
    contacts.map((row) => ({ ...told(row, 'contact-set-aside', { actor, at, reason }), data: { until } })),
  );
  await pokeDebtors(tx, organisationId, contacts);
}

const isAsked = ({ waitingFor }: LockedContact): boolean => waitingFor === 'confirmation';

async function set(
  tx: Tx,
  contacts: readonly LockedContact[],
  change: Partial<typeof contact.$inferInsert>,
): Promise<void> {
  if (contacts.length === 0) return;
  await tx
    .update(contact)
    .set(change)
    .where(
      inArray(
        contact.id,
        contacts.map(({ id }) => id),
      ),
    );
}

function told(
  row: LockedContact,
  kind: string,
  { actor, at, reason }: OutboxAct & { reason: string | null },
): AuditEntry {
  return { ...contactEntry(row, kind, { at, reason, messageId: null }), actor };
}

function pokeDebtors(tx: Tx, organisationId: string, contacts: readonly LockedContact[]): Promise<void> {
  return poke(tx, organisationId, 'debtor', [...new Set(contacts.map(({ debtorId }) => debtorId))]);
}
