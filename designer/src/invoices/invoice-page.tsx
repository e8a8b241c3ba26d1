import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { CaseStatus } from '../cases/case-status.tsx';
import { DebtorAges } from '../debtors/debtor-ages.tsx';
import { DebtorContacts } from '../debtors/debtor-contacts.tsx';
import { DebtorPayments } from '../debtors/debtor-payments.tsx';
import type { Invoice } from '../debtors/debtor.ts';
import { useI18n } from '../i18n/index.ts';
import { ForTeam } from '../session/for-team.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Card, Chip, ErrorState, Fact, Skeleton } from '../ui/index.ts';
import { InvoiceActions } from './invoice-actions.tsx';
import { InvoiceMarks } from './invoice-marks.tsx';
import { useDisputeReason } from './use-dispute-reason.ts';

/** One invoice: what is left of it, what was paid, and the follow-ups that it has had. */
export function InvoicePage() {
  const { t } = useI18n();
  const { id } = useParams({ from: '/shell/invoices/$id' });
  const query = useQuery(trpc.invoices.get.queryOptions({ id }));
  const it = query.data;
  const cases = useQuery(trpc.enrolments.list.queryOptions({ invoiceId: id, limit: 20 })).data?.items;
  const held = cases?.some(({ status }) => status === 'held') ?? false;
  const parent = { label: t('invoices.title'), to: '/invoices' } as const;
  if (!it) {
    return (
      <>
        <PageHeader title={t('invoices.title')} parent={parent} />
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={8} label={t('common.loading')} />
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader title={it.number} parent={parent} />
      <article className="record">
        <header className="record-head">
          <div className="record-name">
            <h2>
              <Link to="/debtors/$id" params={{ id: it.debtor.id }}>
                {it.debtor.name}
              </Link>
            </h2>
            <Chip tone={it.status === 'open' ? 'info' : 'mute'}>{t(`invoices.status.${it.status}`)}</Chip>
            <InvoiceMarks it={it} />
            <ForTeam>
              <InvoiceActions it={it} held={held} />
            </ForTeam>
          </div>
          {it.dispute && <DisputeBanner dispute={it.dispute} />}
          {it.excluded && it.excludedReason && (
            <p className="text-text-2">{t('debtors.excluded-because', { reason: it.excludedReason })}</p>
          )}
          <InvoiceFacts it={it} />
        </header>
        <div className="record-body">
          <div className="record-side">
            <FollowUps invoiceId={it.id} />
            <ForTeam>
              <DebtorPayments debtorId={it.debtor.id} invoiceId={it.id} />
            </ForTeam>
          </div>
          <aside className="record-side">
            <DebtorAges debtorId={it.debtor.id} currency={it.balance.currency} />
            <DebtorContacts debtorId={it.debtor.id} />
          </aside>
        </div>
      </article>
    </>
  );
}

/** Since when, why and how much of it is contested. */
function DisputeBanner({ dispute }: { dispute: NonNullable<Invoice['dispute']> }) {
  const { t, f } = useI18n();
  const reason = useDisputeReason()(dispute.reason);
  const amount = dispute.amount ? f.money(dispute.amount) : t('invoices.disputed-all');
  return (
    <Banner tone="warn" title={t('invoices.disputed-since', { date: f.instant(dispute.at), amount })}>
      {reason}
    </Banner>
  );
}

function InvoiceFacts({ it }: { it: Invoice }) {
  const { t, f } = useI18n();
  const late = it.status === 'open' && it.daysOverdue > 0;
  return (
    <dl className="record-facts">
      <Fact name={t('invoices.column.number')} more={it.issueDate && f.date(it.issueDate)}>
        {it.number}
      </Fact>
      <Fact name={t('invoices.column.balance')} more={t('cases.fact.of', { total: f.money(it.total) })}>
        {f.money(it.balance)}
      </Fact>
      <Fact name={t('invoices.column.due')} late={late} more={late && f.daysShort(it.daysOverdue)}>
        {f.date(it.dueDate)}
      </Fact>
    </dl>
  );
}

function FollowUps({ invoiceId }: { invoiceId: string }) {
  const { t, f } = useI18n();
  const cases = useQuery(trpc.enrolments.list.queryOptions({ invoiceId, limit: 20 })).data?.items;
  return (
    <Card title={t('debtors.follow-ups')}>
      {cases?.length === 0 && <p className="side-none">{t('invoices.not-followed')}</p>}
      <ul className="side-list">
        {cases?.map((it) => (
          <li key={it.id}>
            <Link to="/follow-ups/$id" params={{ id: it.id }} className="side-link">
              {it.scenarioName}
            </Link>
            <CaseStatus of={it} />
            <span>{f.instant(it.enrolledAt)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
