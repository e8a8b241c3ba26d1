import { isMessageKey, useI18n, type Translate } from '../i18n/index.ts';
import { problemKind, problemOf } from './problem.ts';

/** The sentence for an error, in the person's language: its own code's, else its kind's. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useI18n();
  return (error) => problemText(error, t);
}

export function problemText(error: unknown, t: Translate): string {
  for (const code of [problemOf(error).code, problemKind(error)]) {
    const key = `errors.code.${code}`;
    if (isMessageKey(key)) return (t as (key: string) => string)(key);
  }
  return t('errors.code.internal');
}
