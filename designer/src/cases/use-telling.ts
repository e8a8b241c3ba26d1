import { useMemo } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useActorName } from '../session/use-actor-name.ts';
import type { StepNames } from './step-names.ts';
import type { Telling } from './timeline-words.ts';

/** What rows of the trail need to be told in the person's language. */
export function useTelling({ stepName, outcomeName }: Pick<StepNames, 'stepName' | 'outcomeName'>): Telling {
  const { t, f, language } = useI18n();
  const actorName = useActorName();
  return useMemo(
    () => ({ t, f, language, stepName, outcomeName, actorName }),
    [t, f, language, stepName, outcomeName, actorName],
  );
}
