import { useI18n } from '../i18n/index.ts';
import { Button, Count, DataList, EmptyState, SearchInput, Segmented, usePhone, type ListState } from '../ui/index.ts';
import { latenessOf } from './lateness.ts';
import type { Task } from './task.ts';
import { useTaskColumns } from './task-columns.tsx';
import { views, type Filtering } from './task-views.ts';

type TaskListProps = Filtering & {
  tasks: Task[] | undefined;
  query: ListState & { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  now: string;
  late: number;
  openId: string | null;
  onOpen: (task: Task) => void;
  onFilter: (filters: Record<string, string>) => void;
};

/** The tasks of a queue, in groups of how late they are. */
export function TaskList(props: TaskListProps) {
  const { tasks, query, now, late, view, kind, search, openId, onOpen, onFilter } = props;
  const { t, f } = useI18n();
  const phone = usePhone();
  const columns = useTaskColumns(now);
  const filtered = kind !== null || search !== '';
  const clear = <Button onClick={() => onFilter({ kind: '', q: '' })}>{t('common.clear-filters')}</Button>;
  const others = view === 'mine' && (
    <Button onClick={() => onFilter({ view: 'unassigned' })}>{t('inbox.empty.mine-act')}</Button>
  );
  return (
    <section className="inbox-list" aria-label={t('inbox.title')}>
      <header>
        {phone ? (
          <Segmented
            label={t('inbox.views')}
            value={view}
            onChange={(next) => onFilter({ view: next })}
            segments={views.map((value) => ({ value, label: t(`inbox.view.${value}`) }))}
          />
        ) : (
          <h2>
            {t(`inbox.view.${view}`)} {late > 0 && <Count value={late} variant="danger" />}
          </h2>
        )}
        <SearchInput label={t('inbox.search')} value={search} onChange={(q) => onFilter({ q })} />
        {filtered && (
          <Button variant="ghost" icon="close" onClick={() => onFilter({ kind: '', q: '' })}>
            {t('common.clear-filters')}
          </Button>
        )}
      </header>
      <DataList
        label={t('inbox.title')}
        rows={tasks}
        rowId={(task) => task.id}
        columns={columns}
        state={query}
        {...(view !== 'done' && {
          groupOf: (task: Task) => {
            const id = latenessOf(task.dueAt, now, f.dayKey);
            return { id, label: t(`inbox.group.${id}`), ...(id === 'late' && { tone: 'danger' as const }) };
          },
        })}
        selectedId={openId}
        onSelect={onOpen}
        onMore={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
        empty={
          filtered ? (
            <EmptyState icon="inbox" text={t('inbox.empty.filtered')} act={clear} />
          ) : (
            <EmptyState icon="inbox" text={t(`inbox.empty.${view}`)} act={others} />
          )
        }
      />
    </section>
  );
}
