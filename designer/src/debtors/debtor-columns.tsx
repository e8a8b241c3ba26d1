import { Link } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { useToday } from '../session/use-today.ts';
import { Chip, type DataColumn } from '../ui/index.ts';
import { daysSince } from './days-since.ts';
import type { Debtor } from './debtor.ts';

/** The columns of the list of debtors; the name opens the sheet. */
export function useDebtorColumns(): DataColumn<Debtor>[] {
  const { t, f } = useI18n();
  const today = useToday();
  return [
    {
      id: 'name',
      header: t('debtors.column.name'),
      width: 'minmax(160px, 1.4fr)',
      render: (it) => (
        <>
          <Link to="/debtors/$id" params={{ id: it.id }} className="font-medium" tabIndex={-1}>
            {it.name}
          </Link>{' '}
          {it.excluded && <Chip tone="mute">{t('debtors.excluded')}</Chip>}
        </>
      ),
      phone: 'title',
    },
    {
      id: 'ref',
      header: t('debtors.column.ref'),
      width: '96px',
      render: (it) => <span className="text-text-2">{it.externalRef}</span>,
    },
    {
      id: 'kind',
      header: t('debtors.column.kind'),
      width: '110px',
      render: (it) => <span className="text-text-2">{t(`debtors.kind.${it.kind}`)}</span>,
    },
    {
      id: 'overdue',
      header: t('debtors.column.overdue'),
      width: 'minmax(110px, 0.6fr)',
      align: 'end',
      render: (it) => it.overdueByCurrency.map((sum) => f.money(sum)).join(' · '),
      phone: 'value',
    },
    {
      id: 'oldest',
      header: t('debtors.column.oldest'),
      width: '72px',
      align: 'end',
      render: (it) =>
        it.oldestDueDate && <span className="ledger-late">{f.relativeDay(daysSince(it.oldestDueDate, today))}</span>,
      phone: 'meta',
    },
    {
      id: 'reach',
      header: t('debtors.column.reach'),
      width: 'minmax(180px, 1.2fr)',
      render: (it) => {
        const address = it.contacts.find(({ email, emailStatus }) => email && emailStatus === 'usable')?.email;
        return address ?? <span className="text-text-3">{t('debtors.no-address')}</span>;
      },
      phone: 'detail',
    },
  ];
}
