import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, Dialog, ErrorState, Fact, Skeleton } from '../ui/index.ts';
import { AllocateDialog } from './allocate-dialog.tsx';
import type { Payment } from './payment.ts';
import { TakeBackDialog } from './take-back-dialog.tsx';

/** One payment: what it said, which invoices took it, and what waits. */
export function PaymentDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useI18n();
  const query = useQuery(trpc.payments.get.queryOptions({ id }));
  const [giving, setGiving] = useState(false);
  const [back, setBack] = useState<Payment['allocations'][number] | null>(null);
  const it = query.data;
  if (it && giving) return <AllocateDialog payment={it} onClose={() => setGiving(false)} />;
  if (it && back) return <TakeBackDialog payment={it} part={back} onClose={() => setBack(null)} />;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('payments.one')} size="md">
      {query.error && !it && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!it && !query.error && <Skeleton lines={4} />}
      {it && (
        <>
          <PaymentFacts it={it} />
          {it.allocations.length > 0 && <Parts it={it} onBack={setBack} />}
          {Number(it.unallocated.amount) > 0 && (
            <Button variant="primary" icon="euro" onClick={() => setGiving(true)}>
              {t('payments.allocate')}
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}

function PaymentFacts({ it }: { it: Payment }) {
  const { t, f } = useI18n();
  return (
    <dl className="record-facts">
      <Fact name={t('payments.column.amount')} more={f.date(it.receivedOn)}>
        {f.money(it.amount)}
      </Fact>
      <Fact name={t('payments.column.left')} late={Number(it.unallocated.amount) > 0}>
        {f.money(it.unallocated)}
      </Fact>
      <Fact name={t('payments.column.payer')} more={it.debtorRef}>
        {it.debtor ? (
          <Link to="/debtors/$id" params={{ id: it.debtor.id }} className="side-link">
            {it.debtor.name}
          </Link>
        ) : (
          t('payments.payer-unknown')
        )}
      </Fact>
      <Fact name={t('payments.column.reference')} more={it.reference && it.externalId}>
        {it.reference ?? it.externalId}
      </Fact>
    </dl>
  );
}

function Parts({ it, onBack }: { it: Payment; onBack: (part: Payment['allocations'][number]) => void }) {
  const { t, f } = useI18n();
  return (
    <ul className="side-list" aria-label={t('payments.column.invoices')}>
      {it.allocations.map((part) => (
        <li key={part.invoiceId}>
          <Link to="/invoices/$id" params={{ id: part.invoiceId }} className="side-link">
            {part.number}
          </Link>
          <span>{f.money(part.amount)}</span>
          <Button size="sm" variant="ghost" icon="undo" onClick={() => onBack(part)}>
            {t('payments.take-back')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
