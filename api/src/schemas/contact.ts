import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { instant } from './time.ts';

const status = z.enum(['planned', 'reserved', 'sent', 'covered', 'not-sent', 'unknown', 'cancelled']);
const channel = z.enum(['email']);

export const contactList = z.strictObject({
  debtorId: givenId.optional(),
  invoiceId: givenId.optional(),
  status: status.optional(),
  channel: channel.optional(),
  ...page,
});

export const contacts = listOf(
  z
    .object({
      id,
      enrolmentId: id,
      invoiceId: id,
      nodeId: z.string(),
      visit: z.int(),
      channel,
      status,
      reason: z.string().nullable(),
      waitingFor: z.string().nullable(),
      plannedAt: instant,
      slotAt: instant.nullable(),
      sentAt: instant.nullable(),
      messageId: id.nullable(),
      coveredBy: id.nullable(),
    })
    .meta({ id: 'Contact' }),
);
