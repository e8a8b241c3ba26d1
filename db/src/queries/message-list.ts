import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { mail, message, messageInvoice } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';

const COLUMNS = {
  id: message.id,
  debtorId: message.debtorId,
  channel: message.channel,
  status: message.status,
  to: message.to,
  subject: message.subject,
  template: message.template,
  language: message.language,
  tone: message.tone,
  reservedAt: message.reservedAt,
  handedOverAt: message.handedOverAt,
  reason: message.reason,
  text: message.text,
  html: message.html,
};

/** Messages, newest first. */
export function readMessages(
  tx: Tx,
  organisationId: string,
  { debtorId, page }: { debtorId?: string | undefined; page: ListPage },
) {
  return tx
    .select(COLUMNS)
    .from(message)
    .where(
      and(
        eq(message.orgId, organisationId),
        debtorId === undefined ? undefined : eq(message.debtorId, debtorId),
        after(message.id, page),
      ),
    )
    .orderBy(desc(message.id))
    .limit(rowsOf(page));
}

export type MessageRow = Awaited<ReturnType<typeof readMessages>>[number];

export async function findMessage(tx: Tx, organisationId: string, id: string): Promise<MessageRow | undefined> {
  const [row] = await tx
    .select(COLUMNS)
    .from(message)
    .where(and(eq(message.orgId, organisationId), eq(message.id, id)));
  return row;
}

/** The invoices that stand in these messages, demanded or for information. */
export function readMessageInvoices(tx: Tx, organisationId: string, messageIds: readonly string[]) {
  return tx
    .select({
      messageId: messageInvoice.messageId,
      invoiceId: messageInvoice.invoiceId,
      demanded: messageInvoice.demanded,
    })
    .from(messageInvoice)
    .where(and(eq(messageInvoice.orgId, organisationId), inArray(messageInvoice.messageId, [...messageIds])))
    .orderBy(messageInvoice.invoiceId);
}

const MAIL = {
  id: mail.id,
  messageId: mail.messageId,
  messageIdHeader: mail.messageIdHeader,
  to: mail.to,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  receivedAt: mail.receivedAt,
};

/** What the built-in mailbox has accepted, newest first. */
export function readMailbox(tx: Tx, organisationId: string, page: ListPage) {
  return tx
    .select(MAIL)
    .from(mail)
    .where(and(eq(mail.orgId, organisationId), after(mail.id, page)))
    .orderBy(desc(mail.id))
    .limit(rowsOf(page));
}

export async function findMailById(tx: Tx, organisationId: string, id: string) {
  const [row] = await tx
    .select(MAIL)
    .from(mail)
    .where(and(eq(mail.orgId, organisationId), eq(mail.id, id)));
  return row;
}
