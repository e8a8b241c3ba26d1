import { and, asc, eq, gte, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { invoice, message, messageInvoice, organisation } from '../schema/index.ts';
import { readMailServer } from './mail-server.ts';

/** Statuses in which a message has reached the debtor, or may have. */
const LEFT = ['handed-over', 'delivered', 'unknown'] as const;

export type PendingMessage = Awaited<ReturnType<typeof pendingMessages>>[number];

/** Messages of a debtor that are neither settled nor gone; `leaseMs` is the real time left of their claim. */
export async function pendingMessages(tx: Tx, organisationId: string, debtorId: string) {
  return tx
    .select({
      id: message.id,
      status: message.status,
      fence: message.fence,
      attempts: message.attempts,
      reason: message.reason,
      tone: message.tone,
      messageIdHeader: message.messageIdHeader,
      answerBy: message.answerBy,
      leaseMs: sql<number>`ceil(extract(epoch from (${message.leaseUntil} - clock_timestamp())) * 1000)::float8`,
    })
    .from(message)
    .where(
      and(
        eq(message.orgId, organisationId),
        eq(message.debtorId, debtorId),
        inArray(message.status, ['reserved', 'attempting']),
      ),
    )
    .orderBy(asc(message.id));
}

export type RecentMessage = Awaited<ReturnType<typeof recentMessages>>[number];

/** Longest distance that a scenario may ask for: older demands decide nothing. Others count for a week, in hours. */
const DEMANDS_HOURS = 400 * 24;
const OTHERS_HOURS = 7 * 24;

/** Messages to debtors that are under way (not handed over yet), or reached them not long before an instant, or may have. */
export async function recentMessages(tx: Tx, organisationId: string, debtorIds: readonly string[], now: string) {
  const hoursAgo = (hours: number) => sql`${now}::timestamptz - make_interval(hours => ${hours})`;
  return tx
    .select({
      debtorId: message.debtorId,
      id: message.id,
      entityId: message.entityId,
      tone: message.tone,
      minimumDistanceDays: message.minimumDistanceDays,
      handedOverAt: message.handedOverAt,
      answerBy: message.answerBy,
      invoiceIds: invoiceIdsOf(sql`i.demanded`),
      listedInvoiceIds: invoiceIdsOf(sql`not i.demanded`),
    })
    .from(message)
    .where(
      and(
        eq(message.orgId, organisationId),
        inArray(message.debtorId, [...debtorIds]),
        or(
          inArray(message.status, ['reserved', 'attempting']),
          and(
            inArray(message.status, LEFT),
            or(
              gte(message.handedOverAt, hoursAgo(OTHERS_HOURS)),
              and(gte(message.tone, 1), gte(message.handedOverAt, hoursAgo(DEMANDS_HOURS))),
            ),
          ),
        ),
      ),
    )
    .orderBy(asc(message.id));
}

/** Ids of the invoices that stand in a message in one of the two ways. */
function invoiceIdsOf(standing: SQL) {
  return sql<string[]>`array(
    select i.invoice_id::text from message_invoice i where i.message_id = "message"."id" and ${standing} order by i.invoice_id)`;
}

/** Instants at which demands that named one of these invoices were handed over, ascending. */
export async function earlierHandOvers(tx: Tx, invoiceIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ at: message.handedOverAt })
    .from(message)
    .innerJoin(messageInvoice, eq(messageInvoice.messageId, message.id))
    .where(
      and(
        inArray(messageInvoice.invoiceId, [...invoiceIds]),
        eq(messageInvoice.demanded, true),
        inArray(message.status, ['handed-over', 'delivered']),
        gte(message.tone, 1),
      ),
    )
    .orderBy(asc(message.handedOverAt));
  return rows.flatMap(({ at }) => (at === null ? [] : [at]));
}

/** What must be known of a message before it is claimed. */
export async function readMessageHead(tx: Tx, organisationId: string, messageId: string) {
  const [row] = await tx
    .select({
      status: message.status,
      debtorId: message.debtorId,
      organisation: { id: organisation.id, sandbox: organisation.sandbox },
    })
    .from(message)
    .innerJoin(organisation, eq(organisation.id, message.orgId))
    .where(and(eq(message.orgId, organisationId), eq(message.id, messageId)));
  if (!row) return null;
  return { ...row, organisation: { ...row.organisation, mailServer: await readMailServer(tx, organisationId) } };
}

/** The invoices that stand in a message: what was left to pay when it was reserved, what is now, and whether it is held. */
export async function messageInvoices(tx: Tx, messageId: string) {
  return tx
    .select({
      invoiceId: messageInvoice.invoiceId,
      demanded: messageInvoice.demanded,
      frozen: messageInvoice.balance,
      balance: invoice.balance,
      held: sql<boolean>`exists (
        select 1 from enrolment e where e.invoice_id = ${invoice.id} and e.status = 'live' and e.held)`,
    })
    .from(messageInvoice)
    .innerJoin(invoice, eq(invoice.id, messageInvoice.invoiceId))
    .where(eq(messageInvoice.messageId, messageId));
}
