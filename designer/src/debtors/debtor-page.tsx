import './ledger.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { DebtorReplies } from '../replies/debtor-replies.tsx';
import { ForTeam } from '../session/for-team.tsx';
import { useActorName } from '../session/use-actor-name.ts';
import { useToday } from '../session/use-today.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Chip, ErrorState, Fact, Skeleton } from '../ui/index.ts';
import { WhyCard } from '../why/why-card.tsx';
import { daysSince } from './days-since.ts';
import { DebtorAccounts } from './debtor-accounts.tsx';
import { DebtorActions } from './debtor-actions.tsx';
import { DebtorAges } from './debtor-ages.tsx';
import { DebtorCases } from './debtor-cases.tsx';
import { DebtorContacts } from './debtor-contacts.tsx';
import { DebtorInvoices } from './debtor-invoices.tsx';
import { DebtorMerges } from './debtor-merges.tsx';
import { DebtorMessages } from './debtor-messages.tsx';
import { DebtorPayments } from './debtor-payments.tsx';
import type { DebtorSheet } from './debtor.ts';

/** One debtor: what it owes, on which invoices, what it was told and by whom it is followed. */
export function DebtorPage() {
  const { t } = useI18n();
  const { id } = useParams({ from: '/shell/debtors/$id' });
  const query = useQuery(trpc.debtors.get.queryOptions({ id }));
  const it = query.data;
  const parent = { label: t('debtors.title'), to: '/debtors' } as const;
  if (!it) {
    return (
      <>
        <PageHeader title={t('debtors.title')} parent={parent} />
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={10} label={t('common.loading')} />
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader title={it.name} parent={parent} />
      <article className="record">
        <header className="record-head">
          <div className="record-name">
            <h2>{it.name}</h2>
            {it.excluded && (
              <Chip tone="warn" title={it.excludedReason ?? ''}>
                {t('debtors.excluded')}
              </Chip>
            )}
            <ForTeam>{it.mergedInto === null && <DebtorActions it={it} />}</ForTeam>
          </div>
          {it.mergedInto !== null && <MergedBanner into={it.mergedInto} />}
          {it.excluded && it.excludedReason && (
            <p className="text-text-2">{t('debtors.excluded-because', { reason: it.excludedReason })}</p>
          )}
          <DebtorFacts it={it} />
        </header>
        <div className="record-body">
          <div className="record-side">
            <DebtorInvoices debtorId={it.id} credits={it.credits} />
            <ForTeam>
              <WhyCard of="debtor" id={it.id} />
              <DebtorPayments debtorId={it.id} />
            </ForTeam>
          </div>
          <aside className="record-side">
            <DebtorAges debtorId={it.id} currency={it.overdue.currency} />
            <ForTeam>
              <DebtorReplies debtorId={it.id} />
            </ForTeam>
            <DebtorContacts debtorId={it.id} />
            <DebtorAccounts it={it} />
            <ForTeam>
              <DebtorMerges it={it} />
            </ForTeam>
            <DebtorCases debtorId={it.id} title={t('debtors.follow-ups')} />
            <DebtorMessages debtorId={it.id} />
          </aside>
        </div>
      </article>
    </>
  );
}

/** Its history stands here, all the rest at the debtor that it turned out to be. */
function MergedBanner({ into }: { into: string }) {
  const { t } = useI18n();
  return (
    <Banner
      tone="info"
      title={t('debtors.merged-into')}
      act={
        <Link to="/debtors/$id" params={{ id: into }} className="ui-button ui-button-default">
          {t('common.open')}
        </Link>
      }
    />
  );
}

function DebtorFacts({ it }: { it: DebtorSheet }) {
  const { t, f } = useI18n();
  const today = useToday();
  const owner = useActorName()(`user:${it.owner}`);
  const sums = it.overdueByCurrency.length > 0 ? it.overdueByCurrency : [it.overdue];
  return (
    <dl className="record-facts">
      <Fact name={t('debtors.column.ref')} more={it.siren && t('debtors.siren', { siren: it.siren })}>
        {it.externalRef}
      </Fact>
      <Fact
        name={t('debtors.column.overdue')}
        late={it.oldestDueDate !== null}
        more={
          it.oldestDueDate &&
          t('debtors.oldest', { days: f.daysShort(daysSince(it.oldestDueDate, today)), date: f.date(it.oldestDueDate) })
        }
      >
        {sums.map((sum) => f.money(sum)).join(' · ')}
      </Fact>
      <Fact name={t('debtors.column.kind')} more={[it.vatNumber, it.country].filter(Boolean).join(' · ') || undefined}>
        {t(`debtors.kind.${it.kind}`)}
      </Fact>
      {owner && <Fact name={t('debtors.owner')}>{owner}</Fact>}
    </dl>
  );
}
