import './imports.css';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Button } from '../ui/index.ts';
import { clearDraft, useImportDraft } from './import-draft.ts';
import { ImportPreview } from './import-preview.tsx';
import { ImportSource } from './import-source.tsx';
import { RunImport } from './run-import.tsx';
import { usePreview } from './use-preview.ts';

/** A file or pasted rows, how they are read, what would happen; then the import. */
export function NewImportPage() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const draft = useImportDraft();
  const preview = usePreview();
  return (
    <>
      <PageHeader
        title={t('imports.new')}
        parent={{ label: t('imports.title'), to: '/imports' }}
        actions={
          draft.file && (
            <>
              <Button onClick={clearDraft}>{t('imports.other-file')}</Button>
              <RunImport preview={preview} />
            </>
          )
        }
      />
      <div className="import-page">
        {preview.error && (
          <Banner
            tone="danger"
            title={problemText(preview.error)}
            act={
              <Button size="sm" icon="retry" onClick={() => preview.look({})}>
                {t('errors.retry')}
              </Button>
            }
          >
            {t('errors.kept')}
          </Banner>
        )}
        <ImportSource draft={draft} preview={preview} />
        {draft.file && <ImportPreview draft={draft} preview={preview} />}
      </div>
    </>
  );
}
