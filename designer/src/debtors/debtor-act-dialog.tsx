import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useToday } from '../session/use-today.ts';
import { addDays, Banner, Checkbox, DateField, Dialog, Field, TextArea, toast } from '../ui/index.ts';

export type DebtorAct = 'hold' | 'resume' | 'cancel' | 'exclude' | 'include';

type DebtorActDialogProps = { act: DebtorAct; debtorId: string; onClose: () => void };

/** Says what an act does to all follow-ups of a debtor, asks what it needs, and says how many it took hold of. */
export function DebtorActDialog({ act, debtorId, onClose }: DebtorActDialogProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const today = useToday();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const [mayReenter, setMayReenter] = useState(false);
  const isExclusion = act === 'exclude' || act === 'include';
  const command = useMutation(
    trpc.debtors.command.mutationOptions({
      onSuccess: async ({ enrolmentIds }) => {
        toast(isExclusion ? t(`debtors.act.${act}-done`) : t('debtors.act.done', { count: enrolmentIds.length }));
        onClose();
        await Promise.all(
          [trpc.enrolments, trpc.debtors].map((group) => queryClient.invalidateQueries({ queryKey: group.pathKey() })),
        );
      },
    }),
  );
  const run = () => {
    const common = { id: debtorId, reason: reason.trim() };
    if (act === 'cancel') return command.mutate({ ...common, type: act, ...(mayReenter && { mayReenter }) });
    if (act !== 'hold') return command.mutate({ ...common, type: act });
    return until && command.mutate({ ...common, type: 'hold', until });
  };
  const needsDate = act === 'hold' && (until === null || until <= today);
  const lack = needsDate ? t('cases.act.needs-date') : reason.trim() === '' ? t('cases.act.needs-reason') : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`debtors.dialog.${act}`)}
      description={isExclusion ? t(`debtors.dialog.${act}-text`) : t(`cases.dialog.${act}-text`)}
      act={{
        label: t(`debtors.act.${act}`),
        danger: act === 'cancel',
        busy: command.isPending,
        disabledReason: lack,
        run,
      }}
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
      <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
        <TextArea value={reason} onChange={setReason} maxLength={500} />
      </Field>
      {act === 'cancel' && (
        <Checkbox checked={mayReenter} onChange={setMayReenter}>
          {t('assignment.may-reenter')}
        </Checkbox>
      )}
      {command.error && <Banner tone="danger" title={problemText(command.error)} />}
    </Dialog>
  );
}
