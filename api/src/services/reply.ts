import type { z } from 'zod';
import type { Tx } from '@relance/db';
import {
  closeObsoleteTasks,
  endQuiet,
  findDebtor,
  findMessage,
  lockDebtor,
  logReply,
  nowOf,
  readQuietUntil,
  readReplies,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import { listFrom } from '../schemas/list.ts';
import type * as schemas from '../schemas/reply.ts';

/** Keeps what a debtor answered: it is left alone until somebody has read it, for some business days at most. */
export function createReply(
  { caller, work }: Allowed,
  { debtorId, messageId, kind, text, receivedAt }: z.infer<typeof schemas.replyCreate>,
): Promise<z.infer<typeof schemas.replyCreated>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    await lockLiveDebtor(tx, organisationId, debtorId);
    if (messageId !== undefined) {
      const answered = await findMessage(tx, organisationId, messageId);
      if (answered?.debtorId !== debtorId) throw notFound('message');
    }
    const at = await nowOf(tx, organisationId);
    if (receivedAt !== undefined && Date.parse(receivedAt) > Date.parse(at)) {
      const errors = [{ path: 'receivedAt', message: `must not be after now (${at})` }];
      throw refused('not-possible', 'That is not possible here.', { errors });
    }
    const reply = { debtorId, messageId: messageId ?? null, kind, text: text.trim(), actor, at };
    return logReply(tx, organisationId, { ...reply, receivedAt: receivedAt ?? at });
  });
}

export function listReplies(
  { caller, work }: Allowed,
  { debtorId, limit, cursor }: z.infer<typeof schemas.replyList>,
): Promise<z.infer<typeof schemas.replies>> {
  const { organisationId } = caller;
  const page = { limit, cursor };
  return work(async (tx) => {
    if (!(await findDebtor(tx, organisationId, debtorId))) throw notFound('debtor');
    const rows = await readReplies(tx, organisationId, { debtorId, page });
    const until = await readQuietUntil(tx, organisationId, debtorId);
    const now = await nowOf(tx, organisationId);
    const quietUntil = until !== null && Date.parse(until) > Date.parse(now) ? until : null;
    return { ...listFrom(rows, page), quietUntil };
  });
}

/** Somebody has read the answer: what waited for that may leave, and nobody is asked to read it any more. */
export function endReplyQuiet(
  { caller, work }: Allowed,
  { debtorId, reason }: z.infer<typeof schemas.quietEnd>,
): Promise<z.infer<typeof schemas.quietEnded>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    await lockLiveDebtor(tx, organisationId, debtorId);
    const at = await nowOf(tx, organisationId);
    await closeObsoleteTasks(tx, organisationId, { kind: 'reply', debtorId }, { actor, reason: 'reply-read', at });
    if (!(await endQuiet(tx, organisationId, { debtorId, actor, reason, at }))) {
      throw conflict('not-quiet', 'No message to this debtor waits for an answer to be read.');
    }
    return { debtorId };
  });
}

async function lockLiveDebtor(tx: Tx, organisationId: string, debtorId: string): Promise<void> {
  const found = await lockDebtor(tx, organisationId, debtorId);
  if (!found) throw notFound('debtor');
  if (found.mergedInto !== null) throw conflict('merged', 'This debtor is another one now.');
}
