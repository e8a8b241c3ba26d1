import { useI18n } from '../i18n/index.ts';
import { Chip, type DataColumn } from '../ui/index.ts';
import type { Payment } from './payment.ts';

/** The columns of the list of payments. */
export function usePaymentColumns(): DataColumn<Payment>[] {
  const { t, f } = useI18n();
  return [
    {
      id: 'date',
      header: t('payments.column.date'),
      width: '116px',
      render: (it) => f.date(it.receivedOn),
      phone: 'meta',
    },
    {
      id: 'payer',
      header: t('payments.column.payer'),
      width: 'minmax(150px, 1.2fr)',
      render: (it) =>
        it.debtor?.name ?? <span className="text-text-3">{it.debtorRef ?? t('payments.payer-unknown')}</span>,
      phone: 'title',
    },
    {
      id: 'reference',
      header: t('payments.column.reference'),
      width: 'minmax(140px, 1fr)',
      render: (it) => <span className="text-text-2">{it.reference ?? it.externalId}</span>,
      phone: 'detail',
    },
    {
      id: 'amount',
      header: t('payments.column.amount'),
      width: '120px',
      align: 'end',
      render: (it) => f.money(it.amount),
      phone: 'value',
    },
    {
      id: 'invoices',
      header: t('payments.column.invoices'),
      width: 'minmax(120px, 1fr)',
      render: (it) => <span className="text-text-2">{it.allocations.map(({ number }) => number).join(', ')}</span>,
    },
    {
      id: 'left',
      header: t('payments.column.left'),
      width: '150px',
      align: 'end',
      render: (it) => Number(it.unallocated.amount) > 0 && <Chip tone="warn">{f.money(it.unallocated)}</Chip>,
    },
  ];
}
