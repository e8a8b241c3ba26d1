import { z } from 'zod';
import { givenId, id } from './id.ts';
import { listOf, page } from './list.ts';
import { filled } from './text.ts';
import { givenInstant, instant } from './time.ts';

const kind = z.enum(['reply', 'absence']);

export const replyCreate = z.strictObject({
  debtorId: givenId,
  /** The message that it answers, where that is known. */
  messageId: givenId.optional(),
  /** An automatic absence reply changes nothing. */
  kind: kind.default('reply'),
  text: filled(10_000),
  /** Not given: now. */
  receivedAt: givenInstant.optional(),
});

export const replyCreated = z.object({
  id,
  /** Until then the debtor's messages wait; null: they do not. */
  quietUntil: instant.nullable(),
});

export const replyList = z.strictObject({ debtorId: givenId, ...page });

export const replies = listOf(
  z
    .object({
      id,
      debtorId: id,
      messageId: id.nullable(),
      kind,
      text: z.string(),
      receivedAt: instant,
      loggedBy: z.string(),
    })
    .meta({ id: 'Reply' }),
).extend({
  /** Until then the debtor's messages wait for somebody to read what it answered; null: they do not. */
  quietUntil: instant.nullable(),
});

export const quietEnd = z.strictObject({ debtorId: givenId, reason: filled() });
export const quietEnded = z.object({ debtorId: id });
