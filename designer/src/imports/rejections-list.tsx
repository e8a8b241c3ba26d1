import { useInfiniteQuery } from '@tanstack/react-query';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { DataList, EmptyState, type DataColumn } from '../ui/index.ts';
import { useImportWords } from './use-import-words.ts';

type Rejection = Outputs['imports']['rejections']['items'][number];

const headHeight = 29;
const rowHeight = 32;
const rowsShown = 12;

/** Every line that stays out, with the column, the value and the reason. */
export function RejectionsList({ importId, count }: { importId: string; count: number }) {
  const { t, f } = useI18n();
  const words = useImportWords();
  const query = useInfiniteQuery(
    trpc.imports.rejections.infiniteQueryOptions(
      { id: importId, limit: 200 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const columns: DataColumn<Rejection>[] = [
    {
      id: 'line',
      header: t('imports.line'),
      width: '48px',
      render: (row) => f.count(row.line),
      phone: 'value',
    },
    {
      id: 'field',
      header: t('imports.column'),
      width: '160px',
      render: (row) => words.field(row.field),
      phone: 'title',
    },
    {
      id: 'value',
      header: t('imports.value'),
      width: 'minmax(120px, 220px)',
      render: (row) => (row.value === '' ? <i className="text-text-3">{t('imports.blank')}</i> : row.value),
      phone: 'meta',
    },
    {
      id: 'reason',
      header: t('imports.why'),
      width: 'minmax(0, 1fr)',
      render: (row) => words.reason(row.reason),
      phone: 'detail',
    },
  ];
  return (
    <div className="import-rejections" style={{ height: headHeight + rowHeight * Math.min(count, rowsShown) }}>
      <DataList
        label={t('imports.rejected-lines')}
        rows={query.data?.pages.flatMap((page) => page.items)}
        rowId={(row) => `${row.line}-${row.field}`}
        columns={columns}
        state={query}
        rowHeight={rowHeight}
        keys={false}
        onMore={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
        empty={<EmptyState icon="check" text={t('imports.no-rejection')} />}
      />
    </div>
  );
}
