import '../debtors/ledger.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { DataList, EmptyState, FilterBar, MOST_ROWS, SearchInput, Select, tooMany } from '../ui/index.ts';
import { useInvoiceColumns } from './invoice-columns.tsx';

const SHOWN = ['overdue', 'open', 'paid', 'credited'] as const;

/** The ledger: every invoice with its balance, its delay and whether somebody follows it. */
export function InvoicesPage() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [filters, setFilters] = useAddressFilters();
  const [selected, setSelected] = useState<string | null>(null);
  const shown = SHOWN.find((each) => each === filters.status);
  const { q: search, debtor: debtorId } = filters;
  const query = useInfiniteQuery(
    trpc.invoices.list.infiniteQueryOptions(
      {
        limit: 100,
        ...(shown && (shown === 'overdue' ? { overdue: true } : { status: shown })),
        ...(search && { search }),
        ...(debtorId && { debtorId }),
      },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.items);
  const filtered = Boolean(shown ?? search ?? debtorId);
  const { full, more } = tooMany(rows, query);
  const open = (id: string) => void navigate({ to: '/invoices/$id', params: { id } });
  return (
    <>
      <PageHeader title={t('invoices.title')} />
      <FilterBar filtered={filtered} onClear={() => setFilters({ status: '', q: '', debtor: '' })}>
        <SearchInput label={t('invoices.search')} value={search ?? ''} onChange={(q) => setFilters({ q })} />
        <Select
          label={t('invoices.column.status')}
          value={shown ?? ''}
          onChange={(value) => setFilters({ status: value })}
          options={[
            { value: '', label: t('invoices.status.all') },
            ...SHOWN.map((value) => ({ value, label: t(`invoices.status.${value}`) })),
          ]}
        />
      </FilterBar>
      <DataList
        label={t('invoices.title')}
        rows={rows}
        rowId={(it) => it.id}
        columns={useInvoiceColumns()}
        state={query}
        selectedId={selected}
        onSelect={(it) => {
          if (selected === it.id) open(it.id);
          setSelected(it.id);
        }}
        onOpen={(it) => open(it.id)}
        onMore={more ? () => void query.fetchNextPage() : undefined}
        footer={full && `${t('common.too-many', { count: MOST_ROWS })} · ${t('common.too-many-hint')}`}
        keys
        empty={
          filtered ? (
            <EmptyState icon="document" text={t('invoices.empty-filtered')} />
          ) : (
            <EmptyState
              icon="document"
              text={t('invoices.empty')}
              detail={t('debtors.empty-detail')}
              act={
                <Link to="/imports/new" className="ui-button ui-button-default">
                  {t('debtors.empty-act')}
                </Link>
              }
            />
          )
        }
      />
    </>
  );
}
