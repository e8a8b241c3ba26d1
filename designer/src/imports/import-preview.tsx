import { useI18n } from '../i18n/index.ts';
import { Banner, Card, ProgressBar, Skeleton } from '../ui/index.ts';
import { ClosingCard } from './closing-card.tsx';
import { companyOf, type ImportDraft } from './import-draft.ts';
import { missingFields, type ImportOptions } from './import-fields.ts';
import { ImportOptionsFields } from './import-options.tsx';
import { ImportTotals } from './import-totals.tsx';
import { MappingTable } from './mapping-table.tsx';
import { RememberedBanner } from './remembered-banner.tsx';
import { RejectionsList } from './rejections-list.tsx';
import { useImportWords } from './use-import-words.ts';
import type { Preview } from './use-preview.ts';

type ImportPreviewProps = { draft: ImportDraft; preview: Preview };

/** How the file was read, each guess open to correction, and what importing it would do. */
export function ImportPreview({ draft, preview }: ImportPreviewProps) {
  const { t, f } = useI18n();
  const words = useImportWords();
  const { job, computing, look } = preview;
  if (!job) return preview.error ? null : <Skeleton lines={6} label={t('imports.computing')} />;
  // with several companies a list is not even read before somebody has said whose it is
  if (job.failure === 'entity-owed') return <Banner tone="warn" title={words.failure(job.failure)} />;
  const detected = job.detected;
  const mapping = { ...detected?.mapping, ...draft.mapping };
  const missing = detected ? missingFields(job.kind, mapping) : [];

  function changeOptions(options: ImportOptions) {
    // Another separator or alphabet gives other headings: what was said of the old ones no longer holds.
    const rereads = options.delimiter !== draft.options.delimiter || options.encoding !== draft.options.encoding;
    look({ options, ...(rereads ? { mapping: {} } : {}) });
  }
  return (
    <>
      {job.status === 'failed' && missing.length === 0 && (
        <Banner tone="danger" title={t('imports.refused')}>
          {words.failure(job.failure ?? '')}
        </Banner>
      )}
      {missing.length > 0 && (
        <Banner tone="warn" title={t('imports.missing', { field: f.list(missing.map(words.fields)) })}>
          {t('imports.missing-hint')}
        </Banner>
      )}
      {detected?.remembered && (
        <RememberedBanner
          importId={job.id}
          since={detected.remembered}
          onForgotten={() => look({ mapping: {}, options: companyOf(draft.options), previewId: null })}
        />
      )}
      {job.closing && <ClosingCard job={job} closing={job.closing} />}
      <Card title={t('imports.reading')} aside={computing ? t('imports.computing') : undefined}>
        <ImportOptionsFields detected={detected?.options ?? {}} chosen={draft.options} onChange={changeOptions} />
        {detected && (
          <MappingTable
            kind={job.kind}
            headings={detected.headings}
            sample={detected.sample}
            mapping={mapping}
            onChange={(heading, field) => look({ mapping: { ...draft.mapping, [heading]: field } })}
          />
        )}
        {job.ignoredColumns.length > 0 && (
          <p className="mt-2 text-12 text-text-2">{t('imports.ignored', { columns: f.list(job.ignoredColumns) })}</p>
        )}
      </Card>
      {job.status !== 'failed' && (
        <Card title={t('imports.outcome')} aside={t('imports.nothing-yet')}>
          {computing && job.status === 'running' && <ProgressBar share={job.progress} label={t('imports.computing')} />}
          <ImportTotals job={job} />
        </Card>
      )}
      {job.summary.rejected > 0 && (
        <Card title={t('imports.rejected-lines')} aside={t('common.lines', { count: job.summary.rejected })} flush>
          <RejectionsList importId={job.id} count={job.summary.rejected} />
        </Card>
      )}
    </>
  );
}
