import './imports.css';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Button, Card, Segmented } from '../ui/index.ts';
import { FileDrop } from './file-drop.tsx';
import { clearDraft, useImportDraft } from './import-draft.ts';
import { importKinds, missingFields, type ImportKind } from './import-fields.ts';
import { ImportPreview } from './import-preview.tsx';
import { largestFile, readFile } from './read-file.ts';
import { requestOf, usePreview } from './use-preview.ts';

/** A file, how it is read, what would happen; then the import. */
export function NewImportPage() {
  const { t } = useI18n();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const draft = useImportDraft();
  const preview = usePreview();
  const [reading, setReading] = useState(false);
  const [refusal, setRefusal] = useState<string | undefined>();
  const run = useMutation(
    trpc.imports.create.mutationOptions({
      onSuccess: (job) => {
        clearDraft();
        void navigate({ to: '/imports/$id', params: { id: job.id } });
      },
    }),
  );

  async function take(file: File) {
    setRefusal(undefined);
    if (file.size > largestFile) return setRefusal(t('errors.code.too-large'));
    if (file.size === 0) return setRefusal(t('imports.failure.empty-file'));
    setReading(true);
    try {
      const contentBase64 = await readFile(file);
      preview.look({
        file: { name: file.name, size: file.size, contentBase64 },
        mapping: {},
        options: {},
        previewId: null,
      });
    } catch {
      setRefusal(t('imports.unreadable'));
    } finally {
      setReading(false);
    }
  }
  const { job } = preview;
  const blocked = useBlocked(preview);
  const error = preview.error ?? run.error;
  return (
    <>
      <PageHeader
        title={t('imports.new')}
        parent={{ label: t('imports.title'), to: '/imports' }}
        actions={
          draft.file && (
            <>
              <Button onClick={clearDraft}>{t('imports.other-file')}</Button>
              <Button
                variant="primary"
                icon="import"
                busy={run.isPending}
                disabledReason={blocked}
                onClick={() => run.mutate(requestOf(draft))}
              >
                {t('imports.run', { count: importable(job) })}
              </Button>
            </>
          )
        }
      />
      <div className="import-page">
        {refusal && <Banner tone="danger" title={refusal} />}
        {error && (
          <Banner
            tone="danger"
            title={problemText(error)}
            act={
              <Button size="sm" icon="retry" onClick={() => preview.look({})}>
                {t('errors.retry')}
              </Button>
            }
          >
            {t('errors.kept')}
          </Banner>
        )}
        <Card title={t('imports.what')} aside={draft.file?.name}>
          <Segmented
            label={t('imports.kind')}
            value={draft.kind}
            onChange={(kind: ImportKind) => preview.look({ kind, mapping: {}, previewId: null })}
            segments={importKinds.map((kind) => ({ value: kind, label: t(`imports.kind.${kind}`) }))}
          />
          <p className="mt-2 text-text-2">{t(`imports.kind-hint.${draft.kind}`)}</p>
          {!draft.file && <FileDrop onFile={(file) => void take(file)} busy={reading} />}
        </Card>
        {draft.file && <ImportPreview draft={draft} preview={preview} />}
      </div>
    </>
  );
}

type Preview = ReturnType<typeof usePreview>;

function importable(job: Preview['job']): number {
  return job ? job.summary.created + job.summary.updated : 0;
}

/** Why the file cannot be imported yet. */
function useBlocked({ job, computing }: Preview): string | undefined {
  const { t } = useI18n();
  const { kind } = useImportDraft();
  if (!job || computing) return t('imports.computing');
  if (job.status === 'failed') return t('imports.refused');
  if (job.detected && missingFields(kind, job.detected.mapping).length > 0) return t('imports.blocked.columns');
  return importable(job) === 0 ? t('imports.blocked.nothing') : undefined;
}
