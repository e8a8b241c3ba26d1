import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, Field, TextArea, toast } from '../ui/index.ts';

type Named = { id: string; name: string };
type MergeDialogProps = { kept: Named; merged: Named; onClose: () => void };

/** Makes two debtors one, with a reason; says that it can be taken back. */
export function MergeDialog({ kept, merged, onClose }: MergeDialogProps) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const merge = useMutation(
    trpc.debtors.merge.mutationOptions({
      onSuccess: async () => {
        toast(t('debtors.duplicates.merged'));
        onClose();
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('debtors.duplicates.merge-title', { name: kept.name })}
      description={t('debtors.duplicates.merge-text', { name: merged.name })}
      act={{
        label: t('debtors.duplicates.merge'),
        busy: merge.isPending,
        disabledReason: reason.trim() === '' ? t('cases.act.needs-reason') : undefined,
        run: () => merge.mutate({ keptId: kept.id, mergedId: merged.id, reason: reason.trim() }),
      }}
    >
      <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
        <TextArea value={reason} onChange={setReason} maxLength={500} />
      </Field>
      {merge.error && <Banner tone="danger" title={problemText(merge.error)} />}
    </Dialog>
  );
}
