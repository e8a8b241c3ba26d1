import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import type { StepNames } from './step-names.ts';
import type { Telling } from './timeline-words.ts';

/** What rows of the trail need to be told in the person's language. */
export function useTelling({ stepName, outcomeName }: Pick<StepNames, 'stepName' | 'outcomeName'>): Telling {
  const { t, f, language } = useI18n();
  const members = useQuery(trpc.members.list.queryOptions(undefined, { staleTime: 300_000 })).data?.items;
  return useMemo(() => {
    const names = new Map(members?.map(({ userId, name }) => [userId, name]));
    return { t, f, language, stepName, outcomeName, personName: (id) => names.get(id) };
  }, [t, f, language, stepName, outcomeName, members]);
}
