import type { Invoice } from '../debtors/debtor.ts';
import { useI18n } from '../i18n/index.ts';
import { ErrorState, MoneyField, Skeleton } from '../ui/index.ts';

type AllocatePartsProps = {
  query: { error: unknown; refetch: () => unknown };
  invoices: readonly Invoice[] | undefined;
  parts: Readonly<Record<string, string | null>>;
  onChange: (invoiceId: string, amount: string | null) => void;
};

/** A line for each open invoice, oldest due first, with its part of the money. */
export function AllocateParts({ query, invoices, parts, onChange }: AllocatePartsProps) {
  const { t, f } = useI18n();
  if (query.error && !invoices) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!invoices) return <Skeleton lines={4} />;
  if (invoices.length === 0) return <p className="side-none">{t('payments.no-open-invoice')}</p>;
  return (
    <div className="payment-parts">
      {invoices.map((it) => (
        <MoneyField
          key={it.id}
          label={it.number}
          aside={<small>{t('payments.part-of', { amount: f.money(it.balance), date: f.date(it.dueDate) })}</small>}
          currency={it.balance.currency}
          value={parts[it.id] ?? null}
          onChange={(amount) => onChange(it.id, amount)}
        />
      ))}
    </div>
  );
}
