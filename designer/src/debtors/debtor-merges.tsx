import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useActorName } from '../session/use-actor-name.ts';
import { Banner, Button, Card, Dialog, Field, TextArea, toast } from '../ui/index.ts';
import type { DebtorSheet } from './debtor.ts';

type Merge = DebtorSheet['merges'][number];

/** Who else a debtor was, and the way back. Nothing is shown for most. */
export function DebtorMerges({ it }: { it: DebtorSheet }) {
  const { t, f } = useI18n();
  const actorName = useActorName();
  const [open, setOpen] = useState<Merge | null>(null);
  if (it.merges.length === 0) return null;
  return (
    <Card title={t('debtors.merges')}>
      <ul className="side-list">
        {it.merges.map((merge) => (
          <li key={merge.id}>
            <span className="font-medium">{merge.merged.name}</span>
            <span className="text-text-2">
              {[f.instant(merge.at), actorName(merge.actor), merge.reason].filter(Boolean).join(' · ')}
            </span>
            <Button size="sm" variant="ghost" icon="undo" onClick={() => setOpen(merge)}>
              {t('debtors.unmerge')}
            </Button>
          </li>
        ))}
      </ul>
      {open && <UnmergeDialog merge={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function UnmergeDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const unmerge = useMutation(
    trpc.debtors.unmerge.mutationOptions({
      onSuccess: async () => {
        toast(t('debtors.unmerged'));
        onClose();
        await queryClient.invalidateQueries();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('debtors.unmerge-title', { name: merge.merged.name })}
      description={t('debtors.unmerge-text')}
      act={{
        label: t('debtors.unmerge'),
        danger: true,
        busy: unmerge.isPending,
        disabledReason: reason.trim() === '' ? t('cases.act.needs-reason') : undefined,
        run: () => unmerge.mutate({ mergeId: merge.id, reason: reason.trim() }),
      }}
    >
      <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
        <TextArea value={reason} onChange={setReason} maxLength={500} />
      </Field>
      {unmerge.error && <Banner tone="danger" title={problemText(unmerge.error)} />}
    </Dialog>
  );
}
