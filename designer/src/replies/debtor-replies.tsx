import './replies.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useActorName } from '../session/use-actor-name.ts';
import { Button, Card, Chip, ErrorState, IconButton, Skeleton } from '../ui/index.ts';
import { LogReplyDialog } from './log-reply-dialog.tsx';
import { QuietChip } from './quiet-chip.tsx';

const FEW = 5;
const MANY = 200;

/** What a debtor answered, newest first, and whether its messages wait for somebody to read it. */
export function DebtorReplies({ debtorId }: { debtorId: string }) {
  const { t, f } = useI18n();
  const actorName = useActorName();
  const [logging, setLogging] = useState(false);
  const [limit, setLimit] = useState(FEW);
  const query = useQuery(trpc.replies.list.queryOptions({ debtorId, limit }));
  const items = query.data?.items;
  return (
    <Card
      title={t('replies.title')}
      aside={<IconButton icon="plus" size="sm" label={t('replies.log')} onClick={() => setLogging(true)} />}
    >
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={2} />}
      <QuietChip debtorId={debtorId} />
      {items?.length === 0 && <p className="side-none">{t('replies.none')}</p>}
      <ul className="side-list">
        {items?.map((reply) => (
          <li key={reply.id} className="reply">
            <p className="reply-head">
              <time dateTime={reply.receivedAt} title={f.exact(reply.receivedAt)}>
                {f.instant(reply.receivedAt)}
              </time>
              <span>{actorName(reply.loggedBy)}</span>
              {reply.kind === 'absence' && <Chip>{t('replies.kind.absence')}</Chip>}
            </p>
            <p className="reply-text">{reply.text}</p>
          </li>
        ))}
      </ul>
      {query.data?.nextCursor && limit === FEW && (
        <Button variant="ghost" size="sm" onClick={() => setLimit(MANY)}>
          {t('replies.more')}
        </Button>
      )}
      {logging && <LogReplyDialog debtorId={debtorId} onClose={() => setLogging(false)} />}
    </Card>
  );
}
