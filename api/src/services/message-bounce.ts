import type { z } from 'zod';
import { closeObsoleteTasks, findMessage, lockDebtor, nowOf, recordBounce } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound } from '../problem.ts';
import type * as schemas from '../schemas/message.ts';
import { readMessage } from './message.ts';

/** A message came back after it was handed over: it counts as not sent, and its addresses are not used again. */
export function bounceMessage(
  { caller, work }: Allowed,
  { id, reason }: z.infer<typeof schemas.messageBounce>,
): Promise<z.infer<typeof schemas.message>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const seen = await findMessage(tx, organisationId, id);
    if (!seen) throw notFound('message');
    await lockDebtor(tx, organisationId, seen.debtorId);
    const at = await nowOf(tx, organisationId);
    const doing = { actor, at };
    await closeObsoleteTasks(
      tx,
      organisationId,
      { kind: 'unknown-delivery', messageId: id },
      { ...doing, reason: 'message-bounced' },
    );
    if (!(await recordBounce(tx, organisationId, { messageId: id, reason, ...doing }))) {
      throw conflict('cannot-bounce', 'Only a message that has left can come back, and only once.');
    }
    return readMessage(tx, organisationId, id);
  });
}
