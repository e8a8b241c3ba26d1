import { useI18n } from '../i18n/index.ts';
import type { Draft } from './draft.ts';
import { nextWordsOf } from './next-words.ts';
import { useNow } from '../session/use-today.ts';
import type { Foreseen } from './use-foreseen.ts';

/** What a call has brought so far, in the words of its script: the day that was promised and what comes if it is not kept. */
export function useCallWords(draft: Draft, foreseen: Foreseen): Record<string, string | null> {
  const { t, f, language } = useI18n();
  const now = useNow();
  const date = draft.outcome === 'promised' ? (draft.values['date'] ?? null) : null;
  const [next] = nextWordsOf(foreseen.data?.lines ?? [], { t, f, language, now });
  return {
    promise_date: date && f.date(date),
    next_step: date && next ? next.nextStep : null,
  };
}
