import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, ErrorState, Field, Skeleton, TextArea, toast } from '../ui/index.ts';
import { useClosingWords } from './closing-words.ts';
import type { ImportJob } from './import-fields.ts';

type Foreseen = Outputs['imports']['undoPreview'];

const figures = ['reopened', 'changed', 'withdrawn', 'credits'] as const;

/** What taking a list of open items back would restore, and why somebody wants it so. */
export function UndoDialog({ job, onClose }: { job: ImportJob; onClose: () => void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState('');
  const query = useQuery(trpc.imports.undoPreview.queryOptions({ id: job.id }, { staleTime: 0 }));
  const undo = useMutation(
    trpc.imports.undo.mutationOptions({
      onSuccess: async ({ undone }) => {
        toast(t('open-items.undo.done', { count: undone?.restored ?? 0 }));
        onClose();
        await queryClient.invalidateQueries();
      },
    }),
  );
  const refusal = query.data?.refusal;
  const lack = !query.data
    ? t('open-items.undo.computing')
    : refusal
      ? t(`open-items.undo.refused.${refusal}`)
      : reason.trim() === ''
        ? t('cases.act.needs-reason')
        : undefined;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('open-items.undo.title', { file: job.filename })}
      description={t('open-items.undo.text')}
      size="md"
      act={{
        label: t('open-items.undo.act'),
        danger: true,
        busy: undo.isPending,
        disabledReason: lack,
        run: () => undo.mutate({ id: job.id, reason: reason.trim() }),
      }}
    >
      {query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton lines={3} label={t('open-items.undo.computing')} />
      ) : refusal ? (
        <Banner tone="warn" title={t(`open-items.undo.refused.${refusal}`)} />
      ) : (
        <>
          <Restored foreseen={query.data} />
          <Field label={t('cases.act.reason')} hint={t('cases.act.reason-hint')}>
            <TextArea value={reason} onChange={setReason} maxLength={500} data-autofocus />
          </Field>
        </>
      )}
      {undo.error && <Banner tone="danger" title={problemText(undo.error)} />}
    </Dialog>
  );
}

function Restored({ foreseen }: { foreseen: Foreseen }) {
  const { t, f } = useI18n();
  const words = useClosingWords();
  const { left, endedEnrolments } = foreseen;
  return (
    <>
      <dl className="import-totals">
        {figures
          .filter((name) => name === 'reopened' || foreseen[name].count > 0)
          .map((name) => (
            <div key={name}>
              <dd>{f.count(foreseen[name].count)}</dd>
              <dt>{t(`open-items.undo.${name}`)}</dt>
              <dd className="import-sum">{words.sums(foreseen[name].sums)}</dd>
            </div>
          ))}
      </dl>
      {endedEnrolments > 0 && (
        <p className="text-text-2">{t('open-items.undo.follow-ups', { count: endedEnrolments })}</p>
      )}
      {left.length > 0 && <Banner tone="warn" title={t('open-items.undo.left', { numbers: f.list(left) })} />}
    </>
  );
}
