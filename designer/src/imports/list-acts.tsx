import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useActorName } from '../session/use-actor-name.ts';
import { Banner, Button } from '../ui/index.ts';
import { ClosingDialog } from './closing-dialog.tsx';
import type { ImportClosing, ImportJob } from './import-fields.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { useImportWords } from './use-import-words.ts';

/** A list that waits for its second confirmation: nothing of it is written yet. */
export function WaitingList({ job, closing, may }: { job: ImportJob; closing: ImportClosing; may: boolean }) {
  const { t } = useI18n();
  const words = useImportWords();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const confirm = useMutation(
    trpc.imports.confirmClosing.mutationOptions({
      onSuccess: (next) => {
        setAsking(false);
        queryClient.setQueryData(trpc.imports.get.queryKey({ id: next.id }), next);
      },
    }),
  );
  return (
    <>
      <Banner
        tone="warn"
        title={t('open-items.waits')}
        act={
          may && (
            <Button size="sm" onClick={() => setAsking(true)}>
              {t('open-items.waits.confirm')}
            </Button>
          )
        }
      >
        {words.failure(job.failure ?? '')}
      </Banner>
      {asking && (
        <ClosingDialog
          closing={closing}
          busy={confirm.isPending}
          error={confirm.error ? problemText(confirm.error) : undefined}
          onConfirm={() => confirm.mutate({ id: job.id })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Takes a list back; the dialog says what that restores, or why it cannot be. */
export function UndoList({ job }: { job: ImportJob }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button icon="undo" onClick={() => setAsking(true)}>
        {t('open-items.undo')}
      </Button>
      {asking && <UndoDialog job={job} onClose={() => setAsking(false)} />}
    </>
  );
}

/** When, by whom, how much was restored and what was left. */
export function UndoneBanner({ undone }: { undone: NonNullable<ImportJob['undone']> }) {
  const { t, f } = useI18n();
  const actorName = useActorName();
  const who = actorName(undone.by);
  const when = f.instant(undone.at);
  return (
    <Banner tone="info" title={who ? t('open-items.undone.by', { when, who }) : t('open-items.undone.when', { when })}>
      {t('open-items.undone.restored', { count: undone.restored })}{' '}
      {undone.left.length > 0 && t('open-items.undo.left', { numbers: f.list(undone.left) })}
    </Banner>
  );
}
