import { quietUntil } from '@relance/workflows/policy';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { contact, debtor, reply } from '../schema/index.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import { openDebtorTasks } from './debtor-task.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';
import { readOrganisationCalendar } from './organisation-calendar.ts';
import { readSettings } from './organisation-settings.ts';
import { poke } from './outbox.ts';

export interface NewReply {
  debtorId: string;
  /** The message that it answers, where that is known. */
  messageId: string | null;
  /** An automatic absence reply changes nothing. */
  kind: 'reply' | 'absence';
  text: string;
  /** When it arrived; organisation's time. */
  receivedAt: string;
  actor: string;
  /** Organisation's time. */
  at: string;
}

const OUTCOMES = [{ id: 'done', label: 'outcome.done', fields: [] }];

/**
 * Keeps what a debtor answered. Its messages wait for the organisation's number of business days, and a person is asked to
 * read it. The caller holds the debtor's lock. Returns the reply's id, and until when the debtor is left alone.
 */
export async function logReply(
  tx: Tx,
  organisationId: string,
  { debtorId, messageId, kind, text, receivedAt, actor, at }: NewReply,
): Promise<{ id: string; quietUntil: string | null }> {
  const id = newId();
  await tx
    .insert(reply)
    .values({ id, orgId: organisationId, debtorId, messageId, kind, text, receivedAt, loggedBy: actor });
  const until = kind === 'absence' ? null : await quiet(tx, organisationId, debtorId, at);
  const entry: AuditEntry = { at, actor, kind: 'reply-logged', debtorId, messageId, ref: id, reason: kind };
  await appendAudit(tx, organisationId, [{ ...entry, data: { quietUntil: until } }]);
  if (until === null) return { id, quietUntil: null };
  await openDebtorTasks(tx, organisationId, { kind: 'reply', outcomes: OUTCOMES, debtorIds: [debtorId], at });
  // a message that is reserved already is taken back by its guards
  await poke(tx, organisationId, 'debtor', [debtorId]);
  return { id, quietUntil: until };
}

async function quiet(tx: Tx, organisationId: string, debtorId: string, at: string): Promise<string> {
  const { replyHoldDays } = await readSettings(tx, organisationId);
  const until = quietUntil(at, replyHoldDays, await readOrganisationCalendar(tx, organisationId, at));
  await tx
    .update(debtor)
    .set({ quietUntil: sql`greatest(${debtor.quietUntil}, ${until}::timestamptz)`, quietReason: 'answered' })
    .where(and(eq(debtor.orgId, organisationId), eq(debtor.id, debtorId)));
  return until;
}

/** A person has read the answer: what waited for that may leave again. The caller holds the debtor's lock. */
export async function endQuiet(
  tx: Tx,
  organisationId: string,
  { debtorId, actor, reason, at }: { debtorId: string; actor: string; reason: string; at: string },
): Promise<boolean> {
  const until = await readQuietUntil(tx, organisationId, debtorId);
  if (until === null) return false;
  await tx.update(debtor).set({ quietUntil: null, quietReason: null }).where(eq(debtor.id, debtorId));
  await tx
    .update(contact)
    .set({ slotAt: at })
    .where(
      and(
        eq(contact.orgId, organisationId),
        eq(contact.debtorId, debtorId),
        eq(contact.status, 'planned'),
        eq(contact.slotAt, until),
      ),
    );
  await appendAudit(tx, organisationId, [{ at, actor, kind: 'quiet-ended', debtorId, ref: debtorId, reason }]);
  await poke(tx, organisationId, 'debtor', [debtorId]);
  return true;
}

/** Until when a debtor that has answered is left alone, past or to come; null: it is not. */
export async function readQuietUntil(tx: Tx, organisationId: string, debtorId: string): Promise<string | null> {
  const [row] = await tx
    .select({ until: debtor.quietUntil })
    .from(debtor)
    .where(and(eq(debtor.orgId, organisationId), eq(debtor.id, debtorId)));
  return row?.until ?? null;
}

/** What a debtor answered, newest first. */
export function readReplies(tx: Tx, organisationId: string, { debtorId, page }: { debtorId: string; page: ListPage }) {
  return tx
    .select({
      id: reply.id,
      debtorId: reply.debtorId,
      messageId: reply.messageId,
      kind: reply.kind,
      text: reply.text,
      receivedAt: reply.receivedAt,
      loggedBy: reply.loggedBy,
    })
    .from(reply)
    .where(and(eq(reply.orgId, organisationId), eq(reply.debtorId, debtorId), after(reply.id, page)))
    .orderBy(desc(reply.id))
    .limit(rowsOf(page));
}
