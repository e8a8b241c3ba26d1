import type { z } from 'zod';
import type { Tx } from '@relance/db';
import { findMessage, readMessageInvoices, readMessages, type MessageRow } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import { listFrom } from '../schemas/list.ts';
import type * as schemas from '../schemas/message.ts';
import { groupBy } from './group-by.ts';

type Message = z.infer<typeof schemas.message>;

export function listMessages(
  { caller, work }: Allowed,
  { limit, cursor, debtorId }: z.infer<typeof schemas.messageList>,
): Promise<z.infer<typeof schemas.messages>> {
  const page = { limit, cursor };
  return work(async (tx) => {
    const rows = await readMessages(tx, caller.organisationId, { debtorId, page });
    const { items, nextCursor } = listFrom(rows, page);
    return { items: await messagesOf(tx, caller.organisationId, items), nextCursor };
  });
}

export function getMessage({ caller, work }: Allowed, { id }: z.infer<typeof schemas.messageGet>): Promise<Message> {
  return work((tx) => readMessage(tx, caller.organisationId, id));
}

export async function readMessage(tx: Tx, organisationId: string, id: string): Promise<Message> {
  const row = await findMessage(tx, organisationId, id);
  const [message] = row ? await messagesOf(tx, organisationId, [row]) : [];
  if (!message) throw notFound('message');
  return message;
}

async function messagesOf(tx: Tx, organisationId: string, rows: readonly MessageRow[]): Promise<Message[]> {
  const stands = await readMessageInvoices(
    tx,
    organisationId,
    rows.map(({ id }) => id),
  );
  const invoicesOf = groupBy(stands, ({ messageId }) => messageId);
  return rows.map((row) => {
    const invoices = invoicesOf(row.id);
    return {
      ...row,
      invoiceIds: invoices.filter(({ demanded }) => demanded).map(({ invoiceId }) => invoiceId),
      listedInvoiceIds: invoices.filter(({ demanded }) => !demanded).map(({ invoiceId }) => invoiceId),
    };
  });
}
