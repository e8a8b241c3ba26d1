import { Link } from '@tanstack/react-router';
import type { Invoice } from '../debtors/debtor.ts';
import { useI18n } from '../i18n/index.ts';
import { Chip, cx, type DataColumn } from '../ui/index.ts';
import { InvoiceMarks } from './invoice-marks.tsx';

/** The columns of the ledger; the number opens the sheet. */
export function useInvoiceColumns(): DataColumn<Invoice>[] {
  const { t, f } = useI18n();
  return [
    {
      id: 'number',
      header: t('invoices.column.number'),
      width: 'minmax(120px, 0.8fr)',
      render: (it) => (
        <>
          <Link to="/invoices/$id" params={{ id: it.id }} className="font-medium" tabIndex={-1}>
            {it.number}
          </Link>{' '}
          <InvoiceMarks it={it} />
        </>
      ),
      phone: 'detail',
    },
    {
      id: 'debtor',
      header: t('invoices.column.debtor'),
      width: 'minmax(150px, 1.2fr)',
      render: (it) => it.debtor.name,
      phone: 'title',
    },
    {
      id: 'due',
      header: t('invoices.column.due'),
      width: '116px',
      render: (it) => f.date(it.dueDate),
    },
    {
      id: 'late',
      header: t('invoices.column.late'),
      width: '64px',
      align: 'end',
      render: (it) =>
        it.status === 'open' && (
          <span className={cx(it.daysOverdue > 0 && 'ledger-late')}>{f.relativeDay(it.daysOverdue)}</span>
        ),
      phone: 'meta',
    },
    {
      id: 'total',
      header: t('invoices.column.total'),
      width: '120px',
      align: 'end',
      render: (it) => <span className="text-text-2">{f.money(it.total)}</span>,
    },
    {
      id: 'balance',
      header: t('invoices.column.balance'),
      width: '120px',
      align: 'end',
      render: (it) => f.money(it.balance),
      phone: 'value',
    },
    {
      id: 'status',
      header: t('invoices.column.status'),
      width: '120px',
      render: (it) => (
        <Chip tone={it.status === 'open' ? (it.daysOverdue > 0 ? 'warn' : 'info') : 'mute'}>
          {t(it.status === 'open' && it.daysOverdue > 0 ? 'invoices.status.overdue' : `invoices.status.${it.status}`)}
        </Chip>
      ),
    },
    {
      id: 'follow-up',
      header: t('invoices.column.follow-up'),
      width: '110px',
      render: (it) =>
        it.enrolmentId ? (
          <Link to="/follow-ups/$id" params={{ id: it.enrolmentId }} className="side-link" tabIndex={-1}>
            {t('invoices.followed')}
          </Link>
        ) : null,
    },
  ];
}
