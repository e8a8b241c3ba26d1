import './inbox.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useNow } from '../session/use-today.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { EmptyState, usePhone, useShortcuts } from '../ui/index.ts';
import { latenessOf } from './lateness.ts';
import { linesOf, singleLines, taskAfter } from './task-lines.ts';
import { TaskList } from './task-list.tsx';
import { TaskSheet } from './task-sheet.tsx';
import { filterOf, kindOf, viewOf } from './task-views.ts';
import { ViewsPane } from './views-pane.tsx';

/** The tasks that wait for people: queues, list, and the open task beside it. */
export function InboxPage() {
  const { t, f } = useI18n();
  const { user } = useSession();
  const now = useNow();
  const phone = usePhone();
  const navigate = useNavigate();
  const { taskId } = useParams({ strict: false });
  const [filters, setFilters] = useAddressFilters();
  const [view, kind, search] = [viewOf(filters.view), kindOf(filters.kind), filters.q ?? ''];
  const query = useInfiniteQuery(
    trpc.tasks.list.infiniteQueryOptions(filterOf({ view, kind, search }, user.id), {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  const tasks = query.data?.pages.flatMap((page) => page.items);
  const open = (id: string | undefined) =>
    void (id
      ? navigate({ to: '/inbox/$taskId', params: { taskId: id }, search: filters, replace: taskId !== undefined })
      : navigate({ to: '/inbox', search: filters }));
  const lines = tasks && (view === 'done' ? singleLines(tasks) : linesOf(tasks));
  const after = (id: string | undefined) => taskAfter(lines ?? [], id);
  useShortcuts([{ keys: ' ', label: t('inbox.keys.next'), group: 'list', run: () => open(after(taskId)) }]);

  const late = lines?.filter(({ dueAt }) => view !== 'done' && latenessOf(dueAt, now, f.dayKey) === 'late').length ?? 0;
  return (
    <>
      <PageHeader title={t('inbox.title')} />
      <div className="inbox">
        {!phone && <ViewsPane view={view} kind={kind} onChange={setFilters} onNext={() => open(after(taskId))} />}
        {!(phone && taskId) && (
          <TaskList
            lines={lines}
            query={query}
            now={now}
            late={late}
            view={view}
            kind={kind}
            search={search}
            openId={taskId ?? null}
            onOpen={(task) => open(task.id)}
            onFilter={setFilters}
          />
        )}
        {!(phone && !taskId) && (
          <aside className="inbox-sheet">
            {taskId ? (
              <TaskSheet key={taskId} id={taskId} onNext={() => open(after(taskId))} onClose={() => open(undefined)} />
            ) : (
              <EmptyState icon="inbox" text={t('inbox.choose')} />
            )}
          </aside>
        )}
      </div>
    </>
  );
}
