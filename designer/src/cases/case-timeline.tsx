import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, Card, EmptyState, ErrorState, Segmented, Skeleton, Timeline, type TimelineItem } from '../ui/index.ts';
import { MessageDialog } from '../debtors/message-dialog.tsx';
import type { StepNames } from './step-names.ts';
import { tellRow, type TimelineGroup, type TimelineRow } from './timeline-words.ts';
import { useTelling } from './use-telling.ts';

const groups = ['all', 'contact', 'task', 'money', 'decision'] as const;

/** Everything that happened to the follow-up, latest first, with its why. */
export function CaseTimeline({ caseId, names }: { caseId: string; names: StepNames }) {
  const { t } = useI18n();
  const telling = useTelling(names);
  const [group, setGroup] = useState<'all' | TimelineGroup>('all');
  const [messageId, setMessageId] = useState<string | null>(null);
  const query = useInfiniteQuery(
    trpc.enrolments.timeline.infiniteQueryOptions(
      { id: caseId, limit: 100 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const items = query.data?.pages
    .flatMap((page) => page.items)
    .flatMap((row): TimelineItem[] => {
      const told = tellRow(row, telling);
      if (told === null || (group !== 'all' && told.group !== group)) return [];
      const why = (told.why.length > 0 || linked(row)) && (
        <>
          {told.why.join(' · ')} <RowLink row={row} onMessage={setMessageId} />
        </>
      );
      return [{ id: row.id, at: row.at, tile: told.tile, what: told.what, why }];
    });
  return (
    <Card
      className="case-timeline"
      title={t('cases.timeline')}
      aside={
        <Segmented
          label={t('timeline.filter')}
          value={group}
          onChange={setGroup}
          segments={groups.map((value) => ({ value, label: t(`timeline.${value}`) }))}
        />
      }
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {items === undefined && !query.error && <Skeleton lines={8} />}
      {items?.length === 0 && <EmptyState icon="clock" text={t('timeline.empty')} />}
      {items && <Timeline items={items} />}
      {query.hasNextPage && (
        <Button variant="ghost" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common.more-rows')}
        </Button>
      )}
      {messageId && <MessageDialog id={messageId} onClose={() => setMessageId(null)} />}
    </Card>
  );
}

const isMessage = ({ kind, ref }: TimelineRow): boolean =>
  ref !== undefined && (kind.startsWith('message-') || kind === 'contact-covered') && kind !== 'message-released';
const isTask = ({ kind, ref }: TimelineRow): boolean => ref !== undefined && kind.startsWith('task-');
const linked = (row: TimelineRow): boolean => isMessage(row) || isTask(row);

function RowLink({ row, onMessage }: { row: TimelineRow; onMessage: (id: string) => void }) {
  const { t } = useI18n();
  const { ref } = row;
  if (ref === undefined) return null;
  if (isMessage(row)) {
    return (
      <button type="button" className="side-link" onClick={() => onMessage(ref)}>
        {t('timeline.message')}
      </button>
    );
  }
  if (!isTask(row)) return null;
  return (
    <Link to="/inbox/$taskId" params={{ taskId: ref }} className="side-link">
      {t('timeline.task-link')}
    </Link>
  );
}
