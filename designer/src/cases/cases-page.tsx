import './cases.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { DataList, EmptyState, FilterBar, MOST_ROWS, SearchInput, Select, tooMany } from '../ui/index.ts';
import { useCaseColumns } from './case-columns.tsx';

const statuses = ['live', 'held', 'closing', 'incident', 'ended'] as const;

/** Every follow-up: where it stands and what comes next. */
export function CasesPage() {
  const { t, f } = useI18n();
  const navigate = useNavigate();
  const [filters, setFilters] = useAddressFilters();
  const [selected, setSelected] = useState<string | null>(null);
  const status = statuses.find((each) => each === filters.status);
  const { scenario: scenarioId, q: search } = filters;
  const query = useInfiniteQuery(
    trpc.enrolments.list.infiniteQueryOptions(
      { limit: 100, ...(status && { status }), ...(scenarioId && { scenarioId }), ...(search && { search }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const scenarios = useQuery(trpc.scenarios.list.queryOptions({ limit: 200 })).data?.items ?? [];
  const rows = query.data?.pages.flatMap((page) => page.items);
  const columns = useCaseColumns();
  const filtered = Boolean(status ?? scenarioId ?? search);
  const { full, more } = tooMany(rows, query);
  return (
    <>
      <PageHeader title={t('cases.title')} />
      <FilterBar filtered={filtered} onClear={() => setFilters({ status: '', scenario: '', q: '' })}>
        <SearchInput label={t('cases.filter.search')} value={search ?? ''} onChange={(q) => setFilters({ q })} />
        <Select
          label={t('cases.filter.status')}
          value={status ?? ''}
          onChange={(value) => setFilters({ status: value })}
          options={[
            { value: '', label: t('cases.filter.status.all') },
            ...statuses.map((value) => ({ value, label: t(`cases.status.${value}`) })),
          ]}
        />
        <Select
          label={t('cases.filter.scenario')}
          value={scenarioId ?? ''}
          onChange={(value) => setFilters({ scenario: value })}
          options={[
            { value: '', label: t('cases.filter.scenario.all') },
            ...scenarios.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FilterBar>
      <div className="cases-list">
        <DataList
          label={t('cases.title')}
          rows={rows}
          rowId={(it) => it.id}
          columns={columns}
          state={query}
          selectedId={selected}
          onSelect={(it) => {
            if (selected === it.id) void navigate({ to: '/follow-ups/$id', params: { id: it.id } });
            setSelected(it.id);
          }}
          onOpen={(it) => void navigate({ to: '/follow-ups/$id', params: { id: it.id } })}
          onMore={more ? () => void query.fetchNextPage() : undefined}
          footer={full && `${t('common.too-many', { count: MOST_ROWS })} · ${t('common.too-many-hint')}`}
          empty={
            filtered ? (
              <EmptyState icon="follow-up" text={t('cases.empty-filtered')} />
            ) : (
              <EmptyState
                icon="follow-up"
                text={t('cases.empty')}
                detail={t('cases.empty-detail')}
                act={
                  <Link to="/scenarios" className="ui-button ui-button-default">
                    {t('cases.empty-act')}
                  </Link>
                }
              />
            )
          }
        />
      </div>
      <p className="sr-only" aria-live="polite">
        {rows && `${f.count(rows.length)} · ${t('cases.title')}`}
      </p>
    </>
  );
}
