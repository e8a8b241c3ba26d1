import '../debtors/ledger.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { trpc, type Inputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { EmptyState, FilterBar, PagedList, SearchInput, Select } from '../ui/index.ts';
import { useInvoiceColumns } from './invoice-columns.tsx';

const SHOWN = ['overdue', 'open', 'paid', 'credited', 'disputed', 'excluded'] as const;

/** The ledger: every invoice with its balance, its delay and whether somebody follows it. */
export function InvoicesPage() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [filters, setFilters] = useAddressFilters();
  const shown = SHOWN.find((each) => each === filters.status);
  const { q: search, debtor: debtorId } = filters;
  const query = useInfiniteQuery(
    trpc.invoices.list.infiniteQueryOptions(
      {
        limit: 100,
        ...(shown && filterOf(shown)),
        ...(search && { search }),
        ...(debtorId && { debtorId }),
      },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const filtered = Boolean(shown ?? search ?? debtorId);
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
      <PagedList
        label={t('invoices.title')}
        query={query}
        columns={useInvoiceColumns()}
        onOpen={(id) => void navigate({ to: '/invoices/$id', params: { id } })}
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

/** What to ask the api for one of the states that people filter by. */
function filterOf(shown: (typeof SHOWN)[number]): Inputs['invoices']['list'] {
  switch (shown) {
    case 'overdue':
    case 'disputed':
    case 'excluded':
      return { [shown]: true };
    default:
      return { status: shown };
  }
}
