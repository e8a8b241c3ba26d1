import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { problemKind } from '../problem/problem.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { Banner, Button } from '../ui/index.ts';
import { changesBetween, type Change } from './changes.ts';
import type { Task } from './task.ts';

type ChangesBannerProps = { before: Task; after: Task; refusal: unknown; onSeen: () => void };

/** Somebody else was first, or an invoice came or went: what changed, and that nothing typed is lost. */
export function ChangesBanner({ before, after, refusal, onSeen }: ChangesBannerProps) {
  const { t } = useI18n();
  const { user } = useSession();
  const problemText = useProblemText();
  const members = useQuery(trpc.members.list.queryOptions(undefined, { staleTime: 300_000 })).data?.items;
  const changes = changesBetween(before, after, user.id);
  const words = (change: Change): string => {
    switch (change.kind) {
      case 'claimed':
        return t('inbox.conflict.claimed', {
          name: members?.find(({ userId }) => userId === change.by)?.name ?? t('inbox.somebody'),
        });
      case 'left':
      case 'joined':
        return t(`inbox.conflict.${change.kind}`, { invoice: change.invoice });
      default:
        return t(`inbox.conflict.${change.kind}`);
    }
  };
  if (changes.length > 0) {
    return (
      <Banner
        tone="warn"
        title={t('inbox.conflict.title')}
        act={
          <Button size="sm" onClick={onSeen}>
            {t('inbox.conflict.seen')}
          </Button>
        }
      >
        {[...changes.map(words), t('inbox.conflict.kept')].join(' ')}
      </Banner>
    );
  }
  // a conflict is told by what changed, as soon as the task has been read again
  if (!refusal || problemKind(refusal) === 'conflict') return null;
  return (
    <Banner tone="danger" title={problemText(refusal)}>
      {t('inbox.conflict.kept')}
    </Banner>
  );
}
