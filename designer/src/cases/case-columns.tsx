import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { cx, type DataColumn } from '../ui/index.ts';
import type { Case } from './case.ts';
import { CaseStatus } from './case-status.tsx';
import { nextActionOf } from './next-action.ts';

/** The columns of the list of follow-ups; the debtor's name opens the sheet. */
export function useCaseColumns(): DataColumn<Case>[] {
  const { t, f, language } = useI18n();
  return [
    {
      id: 'status',
      header: t('cases.column.status'),
      width: '150px',
      render: (it) => <CaseStatus of={it} />,
      phone: 'meta',
    },
    {
      id: 'debtor',
      header: t('cases.column.debtor'),
      width: 'minmax(140px, 1.2fr)',
      render: (it) => (
        <Link to="/follow-ups/$id" params={{ id: it.id }} className="font-medium" tabIndex={-1}>
          {it.debtorName}
        </Link>
      ),
      phone: 'title',
    },
    {
      id: 'invoice',
      header: t('cases.column.invoice'),
      width: 'minmax(110px, 0.7fr)',
      render: (it) => it.invoiceNumber,
    },
    {
      id: 'balance',
      header: t('cases.column.balance'),
      width: '110px',
      align: 'end',
      render: (it) => f.money(it.balance),
      phone: 'value',
    },
    {
      id: 'overdue',
      header: t('cases.column.overdue'),
      width: '64px',
      align: 'end',
      render: (it) => (
        <span className={cx(it.daysOverdue > 0 && it.status !== 'ended' && 'cases-late')}>
          {f.relativeDay(it.daysOverdue)}
        </span>
      ),
    },
    {
      id: 'scenario',
      header: t('cases.column.scenario'),
      width: 'minmax(90px, 0.7fr)',
      render: (it) => <span className="text-text-2">{it.scenarioName}</span>,
    },
    {
      id: 'next',
      header: t('cases.column.next'),
      width: 'minmax(180px, 1.5fr)',
      render: (it) => {
        const { what, when } = nextActionOf(it, { t, f, language });
        return (
          <>
            {when && <span className="cases-when">{when}</span>} {what}
          </>
        );
      },
      phone: 'detail',
    },
  ];
}
