import { useI18n } from '../i18n/index.ts';
import { Chip, ProgressBar } from '../ui/index.ts';
import type { ImportJob } from './import-fields.ts';

/** Running with its share, done, done with lines to correct, taken back, waiting for a confirmation, or failed. */
export function ImportStatus({ job }: { job: ImportJob }) {
  const { t, f } = useI18n();
  if (job.status === 'running') {
    return (
      <span className="import-running">
        <ProgressBar share={job.progress} label={t('imports.progress', { file: job.filename })} />
        <span>{f.percent(job.progress)}</span>
      </span>
    );
  }
  if (job.undone) {
    return (
      <Chip tone="mute" icon="undo">
        {t('imports.status.undone')}
      </Chip>
    );
  }
  if (job.failure === 'closing-unconfirmed') {
    return (
      <Chip tone="warn" icon="warn">
        {t('imports.status.waits')}
      </Chip>
    );
  }
  if (job.status === 'failed') {
    return (
      <Chip tone="danger" icon="close">
        {t('imports.status.failed')}
      </Chip>
    );
  }
  return job.summary.rejected > 0 ? (
    <Chip tone="warn" icon="warn">
      {t('imports.status.partly')}
    </Chip>
  ) : (
    <Chip tone="ok" icon="check">
      {t('imports.status.done')}
    </Chip>
  );
}
