import { and, desc, eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { contact } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';

export interface ContactFilters {
  debtorId?: string | undefined;
  invoiceId?: string | undefined;
  status?: (typeof contact.$inferSelect)['status'] | undefined;
  channel?: 'email' | undefined;
}

/** Contacts, newest first. */
export function readContacts(
  tx: Tx,
  organisationId: string,
  { filters, page }: { filters: ContactFilters; page: ListPage },
) {
  const { debtorId, invoiceId, status, channel } = filters;
  return tx
    .select({
      id: contact.id,
      enrolmentId: contact.enrolmentId,
      invoiceId: contact.invoiceId,
      nodeId: contact.nodeId,
      visit: contact.visit,
      channel: contact.channel,
      status: contact.status,
      reason: contact.reason,
      waitingFor: contact.waitingFor,
      plannedAt: contact.plannedAt,
      slotAt: contact.slotAt,
      sentAt: contact.sentAt,
      messageId: contact.messageId,
      coveredBy: contact.coveredBy,
    })
    .from(contact)
    .where(
      and(
        eq(contact.orgId, organisationId),
        debtorId === undefined ? undefined : eq(contact.debtorId, debtorId),
        invoiceId === undefined ? undefined : eq(contact.invoiceId, invoiceId),
        status === undefined ? undefined : eq(contact.status, status),
        channel === undefined ? undefined : eq(contact.channel, channel),
        after(contact.id, page),
      ),
    )
    .orderBy(desc(contact.id))
    .limit(rowsOf(page));
}
