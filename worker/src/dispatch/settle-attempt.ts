import type { Tx } from '@relance/db';
import {
  endAttempt,
  openUnknownDelivery,
  poke,
  settleContacts,
  type AttemptEnd,
  type PendingMessage,
  type Standing,
} from '@relance/db/queries';

/** Ends an attempt and settles what stood in it. The caller holds the locks. False when another claim has taken over. */
export async function settleAttempt(
  tx: Tx,
  standing: Standing,
  message: Pick<PendingMessage, 'id' | 'answerBy'>,
  end: Omit<AttemptEnd, 'messageId' | 'at'>,
): Promise<boolean> {
  const at = standing.clock.now;
  if (!(await endAttempt(tx, { ...end, messageId: message.id, at }))) return false;
  const { organisationId, debtorId } = standing;
  const mine = standing.contacts.filter(({ status, messageId }) => status === 'reserved' && messageId === message.id);
  const common = { at, messageId: message.id };
  switch (end.status) {
    case 'handed-over':
      await settleContacts(tx, organisationId, mine, {
        ...common,
        status: 'sent',
        reason: null,
        answerBy: message.answerBy,
        auditKind: 'message-handed-over',
      });
      break;
    case 'refused':
      await settleContacts(tx, organisationId, mine, {
        ...common,
        status: 'not-sent',
        reason: end.reason ?? 'refused',
        answerBy: null,
        auditKind: 'message-refused',
      });
      break;
    case 'bounced':
      await settleContacts(tx, organisationId, mine, {
        ...common,
        status: 'not-sent',
        reason: 'bounced',
        answerBy: null,
        auditKind: 'message-bounced',
      });
      break;
    case 'unknown':
      await openUnknownDelivery(tx, organisationId, { debtorId, messageId: message.id, at });
      await settleContacts(tx, organisationId, mine, {
        ...common,
        status: 'unknown',
        reason: end.reason ?? 'unknown',
        answerBy: message.answerBy,
        auditKind: 'message-unknown',
      });
      break;
  }
  // what was kept for the end of this message is decided now
  const isRipe = (slotAt: string | null): boolean => slotAt !== null && Date.parse(slotAt) <= Date.parse(at);
  if (standing.contacts.some(({ status, slotAt }) => status === 'planned' && isRipe(slotAt))) {
    await poke(tx, organisationId, 'debtor', [debtorId]);
  }
  return true;
}
