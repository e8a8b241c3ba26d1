import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, toast } from '../ui/index.ts';
import { AllocateParts } from './allocate-parts.tsx';
import { DebtorPicker } from './debtor-picker.tsx';
import type { Payment } from './payment.ts';
import { leftOf, proposeParts } from './propose.ts';
import { useRenewLedger } from './use-renew-ledger.ts';

type Payer = { id: string; name: string };
const SHOWN = 200;

/** Whose money it is, then which of the debtor's invoices it pays: the oldest first until somebody says otherwise. */
export function AllocateDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const renew = useRenewLedger();
  const [payer, setPayer] = useState<Payer | null>(payment.debtor);
  const [typed, setTyped] = useState<Record<string, string | null>>({});
  const { currency } = payment.unallocated;
  const query = useQuery({
    ...trpc.invoices.list.queryOptions({ debtorId: payer?.id ?? '', status: 'open', limit: SHOWN }),
    enabled: payer !== null,
  });
  const open = query.data?.items
    .filter(({ entityId, balance }) => balance.currency === currency && (payment.entityId ?? entityId) === entityId)
    .toSorted((one, other) => one.dueDate.localeCompare(other.dueDate));
  const parts: Record<string, string | null> = { ...(open && proposeParts(payment.unallocated, open)), ...typed };
  const left = leftOf(payment.unallocated, parts);
  const given = Object.entries(parts).flatMap(([invoiceId, amount]) =>
    amount && Number(amount) > 0 ? [{ invoiceId, amount: { amount, currency } }] : [],
  );
  const allocate = useMutation(
    trpc.payments.allocate.mutationOptions({
      onSuccess: async () => {
        toast(t('payments.allocated', { count: given.length }));
        onClose();
        await renew();
      },
    }),
  );
  const tooMuch =
    Number(left.amount) < 0 || given.some(({ invoiceId, amount }) => isMore(amount.amount, balanceOf(open, invoiceId)));
  const lack =
    payer === null
      ? t('payments.needs-debtor')
      : tooMuch
        ? t('payments.too-much')
        : given.length === 0 && payer.id === payment.debtor?.id
          ? t('payments.needs-part')
          : undefined;
  const choose = (next: Payer | null) => {
    setPayer(next);
    setTyped({});
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('payments.allocate-title', { amount: f.money(payment.unallocated) })}
      description={[f.date(payment.receivedOn), payment.reference ?? payment.externalId, payment.debtorRef]
        .filter(Boolean)
        .join(' · ')}
      size="md"
      note={open && t('payments.remains', { amount: f.money(left) })}
      act={{
        label: t(given.length > 0 || payer === null ? 'payments.allocate' : 'payments.keep-for-debtor'),
        busy: allocate.isPending,
        disabledReason: lack,
        run: () => payer && allocate.mutate({ id: payment.id, debtorId: payer.id, allocations: given }),
      }}
    >
      <DebtorPicker chosen={payer} onChoose={choose} />
      {payer && (
        <AllocateParts
          query={query}
          invoices={open}
          parts={parts}
          onChange={(invoiceId, amount) => setTyped((before) => ({ ...before, [invoiceId]: amount }))}
        />
      )}
      {allocate.error && <Banner tone="danger" title={problemText(allocate.error)} />}
    </Dialog>
  );
}

type Open = readonly { id: string; balance: { amount: string } }[] | undefined;
const balanceOf = (open: Open, id: string): string => open?.find((it) => it.id === id)?.balance.amount ?? '0';

const isMore = (one: string, other: string): boolean => BigInt(one.replace('.', '')) > BigInt(other.replace('.', ''));
