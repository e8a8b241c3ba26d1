import type { Tx } from '@relance/db';
import { appendAudit, contactEntry, removeMessage, replanContacts, type Standing } from '@relance/db/queries';

/** Takes back a message that certainly did not leave: its contacts are planned for now, and their guards run again. */
export async function releaseMessage(tx: Tx, standing: Standing, messageId: string, reason: string): Promise<void> {
  const at = standing.clock.now;
  const mine = standing.contacts.filter((row) => row.status === 'reserved' && row.messageId === messageId);
  await replanContacts(
    tx,
    mine.map(({ id }) => id),
    at,
  );
  await removeMessage(tx, messageId);
  await appendAudit(
    tx,
    standing.organisationId,
    mine.map((row) => contactEntry(row, 'message-released', { at, reason, messageId })),
  );
}
