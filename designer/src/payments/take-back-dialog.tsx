import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, Field, TextArea, toast } from '../ui/index.ts';
import type { Payment } from './payment.ts';
import { useRenewLedger } from './use-renew-ledger.ts';

type TakeBackDialogProps = { payment: Payment; part: Payment['allocations'][number]; onClose: () => void };

/** An invoice took money by mistake: it is owed again. */
export function TakeBackDialog({ payment, part, onClose }: TakeBackDialogProps) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const renew = useRenewLedger();
  const [reason, setReason] = useState('');
  const back = useMutation(
    trpc.payments.unallocate.mutationOptions({
      onSuccess: async () => {
        toast(t('payments.taken-back', { number: part.number }));
        onClose();
        await renew();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('payments.take-back-title', { number: part.number })}
      description={t('payments.take-back-text', { amount: f.money(part.amount) })}
      act={{
        label: t('payments.take-back'),
        danger: true,
        busy: back.isPending,
        disabledReason: reason.trim() === '' ? t('cases.act.needs-reason') : undefined,
        run: () => back.mutate({ id: payment.id, invoiceId: part.invoiceId, reason: reason.trim() }),
      }}
    >
      <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
        <TextArea value={reason} onChange={setReason} maxLength={500} />
      </Field>
      {back.error && <Banner tone="danger" title={problemText(back.error)} />}
    </Dialog>
  );
}
