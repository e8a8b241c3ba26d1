import './ledger.css';
import './duplicates.css';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { EmptyState, ErrorState, Skeleton } from '../ui/index.ts';
import { DuplicateCard } from './duplicate-card.tsx';

const SHOWN = 20;

/** Debtors that may be one, side by side: a person says whether they are. */
export function DuplicatesPage() {
  const { t } = useI18n();
  const query = useQuery(trpc.debtors.duplicates.queryOptions({ limit: SHOWN }));
  const found = query.data;
  return (
    <>
      <PageHeader title={t('debtors.duplicates.title')} parent={{ label: t('debtors.title'), to: '/debtors' }} />
      <div className="duplicates">
        {query.error && !found && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {!found && !query.error && <Skeleton lines={8} label={t('common.loading')} />}
        {found?.total === 0 && (
          <EmptyState
            icon="building"
            text={t('debtors.duplicates.none')}
            detail={t('debtors.duplicates.none-detail')}
          />
        )}
        {found && found.total > 0 && <p className="text-text-2">{t('debtors.duplicates.intro')}</p>}
        {found?.items.map((pair) => (
          <DuplicateCard key={`${pair.one.id} ${pair.other.id}`} pair={pair} />
        ))}
        {found && found.total > found.items.length && (
          <p className="side-none">{t('debtors.duplicates.more', { shown: found.items.length, total: found.total })}</p>
        )}
      </div>
    </>
  );
}
