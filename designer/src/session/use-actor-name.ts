import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';

/** Who did it, in words; undefined when Relance did it by itself. */
export type ActorName = (actor: string) => string | undefined;

export function useActorName(): ActorName {
  const { t } = useI18n();
  const members = useQuery(trpc.members.list.queryOptions(undefined, { staleTime: 300_000 })).data?.items;
  return useCallback(
    (actor) => {
      const [kind, id] = actor.split(':');
      if (kind === 'user') return members?.find(({ userId }) => userId === id)?.name;
      if (kind === 'key') return t('common.actor.key');
      if (kind === 'import') return t('common.actor.import');
      return undefined;
    },
    [members, t],
  );
}
