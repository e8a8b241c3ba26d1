import { useI18n } from '../i18n/index.ts';
import { cx } from '../ui/index.ts';
import type { ImportJob } from './import-fields.ts';

const figures = ['read', 'created', 'updated', 'unchanged', 'rejected'] as const;

/** What an import did, or would do. */
export function ImportTotals({ job }: { job: ImportJob }) {
  const { t, f } = useI18n();
  const tense = job.dryRun ? 'would' : 'did';
  return (
    <dl className="import-totals">
      {figures.map((figure) => (
        <div key={figure} className={cx(figure === 'rejected' && job.summary.rejected > 0 && 'is-warn')}>
          <dd>{f.count(job.summary[figure])}</dd>
          <dt>{t(`imports.${tense}.${figure}`)}</dt>
        </div>
      ))}
    </dl>
  );
}
