import { say } from '@relance/workflows/messages';
import { useCallback } from 'react';
import { useI18n } from '../i18n/index.ts';

/** A reason of a dispute in words: one of the list that a call offers, or what a person typed. */
export function useDisputeReason(): (reason: string) => string {
  const { language } = useI18n();
  return useCallback(
    (reason) => {
      const key = `dispute-reason.${reason}`;
      const words = say({ key }, language);
      return words === key ? reason : words;
    },
    [language],
  );
}
