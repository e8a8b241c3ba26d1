import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { language } from './session.ts';
import { filled } from './text.ts';
import { instant } from './time.ts';

export const messageList = z.strictObject({ debtorId: givenId.optional(), ...page });
export const messageGet = z.strictObject({ id: givenId });
/** It came back: `reason` is what the mail server said. */
export const messageBounce = z.strictObject({ id: givenId, reason: filled() });

export const message = z
  .object({
    id,
    debtorId: id,
    channel: z.enum(['email']),
    status: z.enum(['reserved', 'attempting', 'handed-over', 'refused', 'unknown', 'delivered', 'bounced']),
    to: z.array(z.string()),
    subject: z.string(),
    template: z.string(),
    language,
    tone: z.int(),
    invoiceIds: z.array(id),
    listedInvoiceIds: z.array(id),
    reservedAt: instant,
    handedOverAt: instant.nullable(),
    reason: z.string().nullable(),
    text: z.string(),
    html: z.string(),
  })
  .meta({ id: 'Message' });

export const messages = listOf(message);

export const mailboxList = z.strictObject(page);
export const mailGet = z.strictObject({ id: givenId });
const mailShape = {
  id,
  messageId: id,
  messageIdHeader: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  receivedAt: instant,
};
export const mailbox = listOf(z.object(mailShape).meta({ id: 'Mail' }));
export const mail = z.object({ ...mailShape, html: z.string() });

/** What a newcomer may have the debtor do about a message of a sandbox. */
export const mailPlay = z.strictObject({
  id: givenId,
  act: z.enum(['pay', 'pay-half', 'promise', 'dispute', 'bounce', 'reply']),
});
/** `nothing-left`: there was nothing to pay any more. */
export const mailPlayed = z.object({ outcome: z.enum(['paid', 'nothing-left', 'answered', 'bounced']) });
