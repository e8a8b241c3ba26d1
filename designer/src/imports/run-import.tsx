import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Button, toast } from '../ui/index.ts';
import { ClosingDialog } from './closing-dialog.tsx';
import { clearDraft, useImportDraft } from './import-draft.ts';
import { missingFields } from './import-fields.ts';
import { requestOf, type Preview } from './use-preview.ts';

/** The button that imports what the preview shows; a list that settles much asks once more. */
export function RunImport({ preview }: { preview: Preview }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const draft = useImportDraft();
  const [asking, setAsking] = useState(false);
  const blocked = useBlocked(preview);
  const { job } = preview;
  const closing = job?.closing;
  const run = useMutation(
    trpc.imports.create.mutationOptions({
      onSuccess: ({ id }) => {
        clearDraft();
        void navigate({ to: '/imports/$id', params: { id } });
      },
      onError: (error) => toast(problemText(error)),
    }),
  );
  const mustConfirm = draft.openItems && closing?.mustConfirm === true;
  return (
    <>
      <Button
        variant="primary"
        icon="import"
        busy={run.isPending}
        disabledReason={blocked}
        onClick={() => (mustConfirm ? setAsking(true) : run.mutate(requestOf(draft)))}
      >
        {draft.openItems ? t('imports.run-list') : t('imports.run', { count: importable(preview) })}
      </Button>
      {asking && closing && (
        <ClosingDialog
          closing={closing}
          busy={run.isPending}
          error={run.error ? problemText(run.error) : undefined}
          onConfirm={() => run.mutate({ ...requestOf(draft), closingConfirmed: true })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

function importable({ job }: Preview): number {
  return job ? job.summary.created + job.summary.updated : 0;
}

/** Why the file cannot be imported yet. */
function useBlocked(preview: Preview): string | undefined {
  const { t } = useI18n();
  const { kind, openItems } = useImportDraft();
  const { job, computing } = preview;
  if (!job || computing) return t('imports.computing');
  if (job.status === 'failed') return t('imports.refused');
  if (job.detected && missingFields(kind, job.detected.mapping).length > 0) return t('imports.blocked.columns');
  // a list that changes nothing still says that the ledger is of today
  return openItems || importable(preview) > 0 ? undefined : t('imports.blocked.nothing');
}
