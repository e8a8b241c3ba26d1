import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Card, Chip } from '../ui/index.ts';

/** What a debtor has paid, newest first, and what of it no invoice has taken; of one invoice only, when it is named. */
export function DebtorPayments({ debtorId, invoiceId }: { debtorId: string; invoiceId?: string }) {
  const { t, f } = useI18n();
  const all = useQuery(trpc.payments.list.queryOptions({ debtorId, limit: 50 })).data?.items;
  const payments = all?.filter(
    ({ allocations }) => invoiceId === undefined || allocations.some((each) => each.invoiceId === invoiceId),
  );
  return (
    <Card title={t('debtors.payments')}>
      {payments?.length === 0 && <p className="side-none">{t('debtors.payments-none')}</p>}
      <ul className="side-list">
        {payments?.map((it) => (
          <li key={it.id}>
            <span>{f.date(it.receivedOn)}</span>
            <span className="text-text-2">{it.reference ?? it.externalId}</span>
            {Number(it.unallocated.amount) > 0 && (
              <Chip tone="warn">{t('debtors.unallocated', { amount: f.money(it.unallocated) })}</Chip>
            )}
            <span>{f.money(it.amount)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
