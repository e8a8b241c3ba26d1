import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import type { Invoice } from '../debtors/debtor.ts';
import { useI18n } from '../i18n/index.ts';
import { useRenewLedger } from '../payments/use-renew-ledger.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useToday } from '../session/use-today.ts';
import { addDays, Banner, DateField, Dialog, Field, MoneyField, TextArea, toast } from '../ui/index.ts';

export type InvoiceAct = 'dispute' | 'settle-dispute' | 'exclude' | 'include' | 'hold' | 'resume';

type InvoiceActDialogProps = { act: InvoiceAct; it: Invoice; onClose: () => void };

/** Says what an act does to one invoice, asks what it needs, and does it. */
export function InvoiceActDialog({ act, it, onClose }: InvoiceActDialogProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const renew = useRenewLedger();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const [amount, setAmount] = useState<string | null>(it.balance.amount);
  const command = useMutation(
    trpc.invoices.command.mutationOptions({
      onSuccess: async () => {
        toast(t(`invoices.act.${act}-done`));
        onClose();
        await renew();
      },
    }),
  );
  const run = () => {
    const common = { id: it.id, reason: reason.trim() };
    switch (act) {
      case 'hold':
        return until && command.mutate({ ...common, type: 'hold', until });
      case 'dispute':
        return command.mutate({
          ...common,
          type: 'dispute',
          ...(amount && amount !== it.balance.amount && { amount: { ...it.balance, amount } }),
        });
      default:
        return command.mutate({ ...common, type: act });
    }
  };
  const needsDate = act === 'hold' && (until === null || until <= today);
  const lack = needsDate ? t('cases.act.needs-date') : reason.trim() === '' ? t('cases.act.needs-reason') : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`invoices.dialog.${act}`, { number: it.number })}
      description={t(`invoices.dialog.${act}-text`)}
      act={{ label: t(`invoices.act.${act}`), busy: command.isPending, disabledReason: lack, run }}
    >
      {act === 'hold' && (
        <DateField
          label={t('cases.act.until')}
          today={today}
          min={addDays(today, 1)}
          value={until}
          onChange={setUntil}
          focusFirst
        />
      )}
      {act === 'dispute' && (
        <MoneyField
          label={t('invoices.disputed-amount')}
          currency={it.balance.currency}
          value={amount}
          onChange={setAmount}
          {...(amount === it.balance.amount && { note: t('inbox.field.total') })}
        />
      )}
      <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
        <TextArea value={reason} onChange={setReason} maxLength={500} />
      </Field>
      {command.error && <Banner tone="danger" title={problemText(command.error)} />}
    </Dialog>
  );
}
