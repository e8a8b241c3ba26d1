import { useState, type ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import type { DataColumn, ListState } from './data-column.ts';
import { DataList } from './data-list.tsx';

/** More rows than anybody reads: the list stops and asks for a filter. */
const MOST_ROWS = 10_000;

/** What the list needs of a query that continues; the reply of `useInfiniteQuery` fits. */
interface PagedQuery<Row> extends ListState {
  data: { pages: readonly { items: readonly Row[] }[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

type PagedListProps<Row> = {
  label: string;
  query: PagedQuery<Row>;
  columns: readonly DataColumn<Row>[];
  /** Enter, a second click on the selected row or a double click. */
  onOpen: (id: string) => void;
  empty: ReactNode;
};

/** A list that continues as it is read, up to what anybody reads; its rows open a sheet. */
export function PagedList<Row extends { id: string }>({ label, query, columns, onOpen, empty }: PagedListProps<Row>) {
  const { t, f } = useI18n();
  const [selected, setSelected] = useState<string | null>(null);
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const full = rows !== undefined && rows.length >= MOST_ROWS;
  const more = query.hasNextPage && !query.isFetchingNextPage && !full;
  return (
    <>
      <DataList
        label={label}
        rows={rows}
        rowId={({ id }) => id}
        columns={columns}
        state={query}
        selectedId={selected}
        onSelect={({ id }) => {
          if (selected === id) onOpen(id);
          setSelected(id);
        }}
        onOpen={({ id }) => onOpen(id)}
        onMore={more ? () => void query.fetchNextPage() : undefined}
        footer={full && `${t('common.too-many', { count: MOST_ROWS })} · ${t('common.too-many-hint')}`}
        keys
        empty={empty}
      />
      <p className="sr-only" aria-live="polite">
        {rows && `${f.count(rows.length)} · ${label}`}
      </p>
    </>
  );
}
