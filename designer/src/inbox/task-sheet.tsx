import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { ErrorState, Skeleton } from '../ui/index.ts';
import type { TaskSheetData } from './task.ts';
import { OpenTask } from './open-task.tsx';
import { ClosedTask } from './closed-task.tsx';
import { SheetBrief } from './sheet-brief.tsx';
import { SheetHead } from './sheet-head.tsx';
import { SheetOthers } from './sheet-others.tsx';

type TaskSheetProps = { id: string; onNext: () => void; onClose: () => void };

/** One task on one screen: who, what is owed, what to say, how it ended, what follows. */
export function TaskSheet({ id, onNext, onClose }: TaskSheetProps) {
  const { t } = useI18n();
  const query = useQuery(trpc.tasks.get.queryOptions({ id }));
  const task = query.data;
  if (!task && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!task) return <Skeleton lines={10} label={t('common.loading')} />;
  return <Sheet task={task} onNext={onNext} onClose={onClose} reread={() => void query.refetch()} />;
}

type SheetProps = Omit<TaskSheetProps, 'id'> & { task: TaskSheetData; reread: () => void };

function Sheet({ task, onNext, onClose, reread }: SheetProps) {
  // As it was when it was opened or last said to have changed: what differs from it has to be told.
  const [seen, setSeen] = useState(task);
  const closed = task.status === 'done' || task.status === 'cancelled';
  const wasOpen = seen.status === 'open' || seen.status === 'claimed';
  return (
    <>
      <SheetHead task={task} onClose={onClose} />
      <SheetBrief task={task} />
      <SheetOthers task={task} />
      {closed && !wasOpen ? (
        <ClosedTask task={task} />
      ) : (
        <OpenTask task={task} seen={seen} onSeen={() => setSeen(task)} onNext={onNext} reread={reread} />
      )}
    </>
  );
}
