import { lockDebtor, logReply, type Act } from '@relance/db/queries';
import { SIMULATED, type Stage } from '../stage.ts';

/** An answer arrives like any mail. */
export async function reply({ tx, organisationId }: Stage, { at, debtorId, data }: Act): Promise<string> {
  const {
    text,
    messageId = null,
    reply: kind,
  } = data as unknown as {
    text: string;
    messageId?: string | null;
    reply: 'reply' | 'absence';
  };
  if (debtorId === null) throw new Error('somebody answers');
  await lockDebtor(tx, organisationId, debtorId);
  await logReply(tx, organisationId, { debtorId, messageId, kind, text, receivedAt: at, actor: SIMULATED, at });
  return kind === 'absence' ? 'answered by itself' : 'answered';
}
