import './ledger.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { EmptyState, FilterBar, PagedList, SearchInput, Select } from '../ui/index.ts';
import { useDebtorColumns } from './debtor-columns.tsx';

const OWING = ['overdue', 'nothing'] as const;

/** Everybody who owes or has owed, with what is overdue. */
export function DebtorsPage() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [filters, setFilters] = useAddressFilters();
  const owing = OWING.find((each) => each === filters.owing);
  const { q: search } = filters;
  const query = useInfiniteQuery(
    trpc.debtors.list.infiniteQueryOptions(
      { limit: 100, ...(owing && { overdue: owing === 'overdue' }), ...(search && { search }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const duplicates = useQuery(trpc.debtors.duplicates.queryOptions({ limit: 1 })).data?.total ?? 0;
  const filtered = Boolean(owing ?? search);
  return (
    <>
      <PageHeader
        title={t('debtors.title')}
        state={
          duplicates > 0 && (
            <Link to="/debtors/duplicates" className="side-link">
              {t('debtors.duplicates', { count: duplicates })}
            </Link>
          )
        }
      />
      <FilterBar filtered={filtered} onClear={() => setFilters({ owing: '', q: '' })}>
        <SearchInput label={t('debtors.search')} value={search ?? ''} onChange={(q) => setFilters({ q })} />
        <Select
          label={t('debtors.owing')}
          value={owing ?? ''}
          onChange={(value) => setFilters({ owing: value })}
          options={[
            { value: '', label: t('debtors.owing.all') },
            ...OWING.map((value) => ({ value, label: t(`debtors.owing.${value}`) })),
          ]}
        />
      </FilterBar>
      <PagedList
        label={t('debtors.title')}
        query={query}
        columns={useDebtorColumns()}
        onOpen={(id) => void navigate({ to: '/debtors/$id', params: { id } })}
        empty={
          filtered ? (
            <EmptyState icon="building" text={t('debtors.empty-filtered')} />
          ) : (
            <EmptyState
              icon="building"
              text={t('debtors.empty')}
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
