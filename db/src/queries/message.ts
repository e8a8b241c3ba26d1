import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { message, messageInvoice } from '../schema/index.ts';

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

export interface RecentMessage {
  id: string;
  tone: number;
  minimumDistanceDays: number;
  handedOverAt: string;
  answerBy: string | null;
  /** Invoices that stood in it, demanded or for information. */
  invoiceIds: string[];
}

/** Demands that reached the debtor since an instant, or may have. */
export async function recentMessages(
  tx: Tx,
  organisationId: string,
  debtorId: string,
  since: string,
): Promise<RecentMessage[]> {
  const rows = await tx
    .select({
      id: message.id,
      tone: message.tone,
      minimumDistanceDays: message.minimumDistanceDays,
      handedOverAt: message.handedOverAt,
      answerBy: message.answerBy,
      invoiceIds: sql<string[]>`array(
        select i.invoice_id::text from message_invoice i where i.message_id = ${message.id} order by i.invoice_id)`,
    })
    .from(message)
    .where(
      and(
        eq(message.orgId, organisationId),
        eq(message.debtorId, debtorId),
        inArray(message.status, LEFT),
        gte(message.handedOverAt, since),
      ),
    )
    .orderBy(asc(message.id));
  return rows.flatMap(({ handedOverAt, ...row }) => (handedOverAt === null ? [] : [{ ...row, handedOverAt }]));
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
