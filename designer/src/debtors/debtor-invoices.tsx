import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Card, cx, ErrorState, Skeleton } from '../ui/index.ts';
import { InvoiceMarks } from '../invoices/invoice-marks.tsx';
import type { DebtorSheet } from './debtor.ts';

const SHOWN = 200;

type DebtorInvoicesProps = { debtorId: string; credits: DebtorSheet['credits'] };

/** All invoices of a debtor, open ones first, the oldest due date first; what it has to its credit stands below zero. */
export function DebtorInvoices({ debtorId, credits }: DebtorInvoicesProps) {
  const { t, f } = useI18n();
  const query = useQuery(trpc.invoices.list.queryOptions({ debtorId, limit: SHOWN }));
  const invoices = query.data?.items.toSorted(
    (one, other) =>
      Number(one.status !== 'open') - Number(other.status !== 'open') || one.dueDate.localeCompare(other.dueDate),
  );
  return (
    <Card title={t('invoices.title')} aside={invoices && t('common.invoices', { count: invoices.length })} flush>
      {query.error && !invoices && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!invoices && !query.error && <Skeleton lines={4} />}
      {invoices?.length === 0 && credits.length === 0 && <p className="side-none p-4">{t('invoices.none')}</p>}
      {invoices && invoices.length + credits.length > 0 && (
        <table className="ledger-table">
          <thead>
            <tr>
              <th scope="col">{t('invoices.column.number')}</th>
              <th scope="col">{t('invoices.column.due')}</th>
              <th scope="col" className="is-extra">
                {t('invoices.column.status')}
              </th>
              <th scope="col" className="is-amount is-extra">
                {t('invoices.column.total')}
              </th>
              <th scope="col" className="is-amount">
                {t('invoices.column.balance')}
              </th>
            </tr>
          </thead>
          <tbody>
            {invoices.map((it) => (
              <tr key={it.id}>
                <td>
                  <Link to="/invoices/$id" params={{ id: it.id }} className="side-link">
                    {it.number}
                  </Link>{' '}
                  <InvoiceMarks it={it} />
                </td>
                <td className={cx(it.status === 'open' && it.daysOverdue > 0 && 'ledger-late')}>
                  {f.date(it.dueDate)}
                </td>
                <td className="is-extra">{t(`invoices.status.${it.status}`)}</td>
                <td className="is-amount is-extra">{f.money(it.total)}</td>
                <td className="is-amount">{f.money(it.balance)}</td>
              </tr>
            ))}
            {credits.map(({ kind, number, date, amount }, index) => (
              <tr key={`${kind} ${number} ${index}`} className="is-credit">
                <td>{number || t('debtors.credit.unallocated')}</td>
                <td>{date && f.date(date)}</td>
                <td className="is-extra" colSpan={2}>
                  {t(`debtors.credit.${kind}`)}
                </td>
                <td className="is-amount">{f.money({ ...amount, amount: `-${amount.amount}` })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {query.data?.nextCursor && (
        <p className="side-none p-4">
          {t('common.too-many', { count: SHOWN })} ·{' '}
          <Link to="/invoices" search={{ debtor: debtorId }} className="side-link">
            {t('invoices.see-all')}
          </Link>
        </p>
      )}
    </Card>
  );
}
