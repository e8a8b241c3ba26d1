import { useI18n } from '../i18n/index.ts';
import { Button, Count, DataList, EmptyState, SearchInput, Segmented, usePhone, type ListState } from '../ui/index.ts';
import { latenessOf } from './lateness.ts';
import type { Task } from './task.ts';
import type { TaskLine } from './task-lines.ts';
import { useTaskColumns } from './task-columns.tsx';
import { views, type Filtering } from './task-views.ts';

type TaskListProps = Filtering & {
  lines: TaskLine[] | undefined;
  query: ListState & { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  now: string;
  late: number;
  openId: string | null;
  onOpen: (task: Task) => void;
  onFilter: (filters: Record<string, string>) => void;
};

/** The tasks of a queue, in groups of how late they are. */
export function TaskList(props: TaskListProps) {
  const { lines, query, now, late, view, kind, search, openId, onOpen, onFilter } = props;
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
        rows={lines}
        rowId={(line) => line.id}
        columns={columns}
        state={query}
        {...(view !== 'done' && {
          groupOf: (line: TaskLine) => {
            const id = latenessOf(line.dueAt, now, f.dayKey);
            return { id, label: t(`inbox.group.${id}`), ...(id === 'late' && { tone: 'danger' as const }) };
          },
        })}
        selectedId={lines?.find(({ tasks }) => tasks.some(({ id }) => id === openId))?.id ?? null}
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
