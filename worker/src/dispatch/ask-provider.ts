import { inOrganisation } from '@relance/db';
import { readMessageHead, type PendingMessage } from '@relance/db/queries';
import type { Deps } from '../deps.ts';

/**
 * What a provider says of an attempt that nobody ended: `cannot-tell` where there is no asking, `no-answer` when it
 * cannot be asked just now.
 */
export interface Verdict {
  fence: number;
  answer: 'accepted' | 'not-found' | 'cannot-tell' | 'no-answer';
}

/** Asks the organisation's provider what became of attempts whose claim has run out. */
export async function askProvider(
  deps: Pick<Deps, 'app' | 'emailProvider' | 'log'>,
  organisationId: string,
  lost: readonly PendingMessage[],
): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const message of lost) {
    const { id, fence } = message;
    verdicts.set(id, { fence, answer: await ask(deps, organisationId, message) });
  }
  return verdicts;
}

async function ask(
  { app, emailProvider, log }: Pick<Deps, 'app' | 'emailProvider' | 'log'>,
  organisationId: string,
  { id, messageIdHeader }: PendingMessage,
): Promise<Verdict['answer']> {
  const head = await inOrganisation(app, organisationId, (tx) => readMessageHead(tx, organisationId, id));
  if (head === null) return 'no-answer';
  const provider = emailProvider(head.organisation);
  if (!provider.find) return 'cannot-tell';
  try {
    return (await provider.find(organisationId, messageIdHeader)) ? 'accepted' : 'not-found';
  } catch (error) {
    log.warn({ err: error, messageId: id, provider: provider.name }, 'a provider cannot be asked just now');
    return 'no-answer';
  }
}
