import './today.css';
import { useQuery } from '@tanstack/react-query';
import { createPortal } from 'react-dom';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { ErrorState, IconButton, Skeleton } from '../ui/index.ts';
import { StoryLines } from './story-lines.tsx';
import { useStoryRead } from './use-story-read.ts';

/** After an advance, beside whatever page is open: what it brought. It takes no focus and stands in nobody's way. */
export function StoryPanel({ to, onClose }: { to: string; onClose: () => void }) {
  const { t, f } = useI18n();
  const today = useQuery(trpc.today.get.queryOptions(undefined, { staleTime: 0, refetchOnMount: 'always' }));
  // what was known before the advance tells of the one before
  const story = today.isFetching && today.data?.now !== to ? null : (today.data?.story ?? null);
  useStoryRead(story ? today.data : undefined);
  return createPortal(
    <section className="today-panel" aria-label={t('today.story.title')} aria-live="polite">
      <header>
        <h2>{t('today.story.title')}</h2>
        {story && <small>{t('today.story.span', { from: f.clock(story.from), to: f.clock(story.to) })}</small>}
        <IconButton icon="close" size="sm" label={t('common.close')} onClick={onClose} />
      </header>
      {today.error ? (
        <ErrorState error={today.error} title={t('today.failed')} onRetry={() => void today.refetch()} />
      ) : story ? (
        <StoryLines story={story} />
      ) : (
        <Skeleton lines={6} label={t('common.loading')} />
      )}
    </section>,
    document.body,
  );
}
