import '../debtors/ledger.css';
import './payments.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { useAddressFilters } from '../shell/use-address-filters.ts';
import { EmptyState, FilterBar, PagedList, SearchInput, Segmented } from '../ui/index.ts';
import { usePaymentColumns } from './payment-columns.tsx';
import { PaymentDialog } from './payment-dialog.tsx';

/** What has come in, and what of it waits for somebody who knows what it is for. */
export function PaymentsPage() {
  const { t } = useI18n();
  const [filters, setFilters] = useAddressFilters();
  const [open, setOpen] = useState<string | null>(null);
  const waiting = filters.status === 'unallocated';
  const { q: search } = filters;
  const query = useInfiniteQuery(
    trpc.payments.list.infiniteQueryOptions(
      { limit: 100, ...(waiting && { unallocated: true }), ...(search && { search }) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  return (
    <>
      <PageHeader title={t('payments.title')} />
      <FilterBar filtered={Boolean(search) || waiting} onClear={() => setFilters({ q: '', status: '' })}>
        <Segmented
          label={t('payments.shown')}
          value={waiting ? 'unallocated' : 'all'}
          onChange={(value) => setFilters({ status: value === 'all' ? '' : value })}
          segments={[
            { value: 'all', label: t('payments.all') },
            { value: 'unallocated', label: t('payments.unallocated') },
          ]}
        />
        <SearchInput label={t('payments.search')} value={search ?? ''} onChange={(q) => setFilters({ q })} />
      </FilterBar>
      <PagedList
        label={t('payments.title')}
        query={query}
        columns={usePaymentColumns()}
        onOpen={setOpen}
        empty={
          search ? (
            <EmptyState icon="euro" text={t('payments.empty-filtered')} />
          ) : waiting ? (
            <EmptyState icon="check" text={t('payments.empty-unallocated')} />
          ) : (
            <EmptyState
              icon="euro"
              text={t('payments.empty')}
              detail={t('payments.empty-detail')}
              act={
                <Link to="/imports/new" className="ui-button ui-button-default">
                  {t('debtors.empty-act')}
                </Link>
              }
            />
          )
        }
      />
      {open && <PaymentDialog id={open} onClose={() => setOpen(null)} />}
    </>
  );
}
