import './cases.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { EmptyState, FilterBar, PagedList, SearchInput, Select } from '../ui/index.ts';
import { useCaseColumns } from './case-columns.tsx';

const statuses = ['live', 'held', 'closing', 'incident', 'ended'] as const;

/** Every follow-up: where it stands and what comes next. */
export function CasesPage() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [filters, setFilters] = useAddressFilters();
  const status = statuses.find((each) => each === filters.status);
  const { scenario: scenarioId, q: search } = filters;
  const query = useInfiniteQuery(
    trpc.enrolments.list.infiniteQueryOptions(
      { limit: 100, ...(status && { status }), ...(scenarioId && { scenarioId }), ...(search && { search }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const scenarios = useQuery(trpc.scenarios.list.queryOptions({ limit: 200 })).data?.items ?? [];
  const filtered = Boolean(status ?? scenarioId ?? search);
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
      <PagedList
        label={t('cases.title')}
        query={query}
        columns={useCaseColumns()}
        onOpen={(id) => void navigate({ to: '/follow-ups/$id', params: { id } })}
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
    </>
  );
}
