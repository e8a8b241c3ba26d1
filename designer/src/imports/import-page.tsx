import './imports.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Card, ErrorState, Icon, ProgressBar, Skeleton } from '../ui/index.ts';
import { ClosingCard } from './closing-card.tsx';
import type { ImportJob } from './import-fields.ts';
import { ImportStatus } from './import-status.tsx';
import { ImportTotals } from './import-totals.tsx';
import { UndoList, UndoneBanner, WaitingList } from './list-acts.tsx';
import { RejectionsList } from './rejections-list.tsx';
import { useImportWords } from './use-import-words.ts';

/** One import: its progress, which goes on without the page, then what it did. */
export function ImportPage() {
  const { t } = useI18n();
  const may = useSession().role !== 'collector';
  const { id } = useParams({ from: '/shell/imports/$id' });
  const query = useQuery(
    trpc.imports.get.queryOptions(
      { id },
      { refetchInterval: ({ state }) => (state.data?.status === 'running' ? 1_000 : false) },
    ),
  );
  const job = query.data;
  return (
    <>
      <PageHeader
        title={job?.filename ?? t('imports.one')}
        parent={{ label: t('imports.title'), to: '/imports' }}
        state={job && job.status !== 'running' && <ImportStatus job={job} />}
        actions={
          may && (
            <>
              {job?.openItems && job.status === 'done' && !job.dryRun && !job.undone && <UndoList job={job} />}
              <Link to="/imports/new" className="ui-button ui-button-default">
                <Icon name="plus" />
                {t('imports.new')}
              </Link>
            </>
          )
        }
      />
      <div className="import-page">
        {job ? (
          <Outcome job={job} may={may} />
        ) : query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={4} />
        )}
      </div>
    </>
  );
}

function Outcome({ job, may }: { job: ImportJob; may: boolean }) {
  const { t, f } = useI18n();
  const words = useImportWords();
  const { organisation, role } = useSession();
  const waits = job.failure === 'closing-unconfirmed' ? job.closing : null;
  const started = role === 'manager' && !organisation.sandbox && !organisation.sending;
  return (
    <>
      {job.status === 'running' && (
        <Card title={t('imports.running')} aside={f.percent(job.progress)}>
          <ProgressBar share={job.progress} label={t('imports.progress', { file: job.filename })} />
          <p className="mt-2 text-text-2">{t('imports.may-leave')}</p>
        </Card>
      )}
      {started && job.status === 'done' && !job.dryRun && !job.undone && (
        <Banner
          tone="info"
          title={t('imports.next')}
          act={
            <Link to="/" className="ui-button ui-button-default">
              {t('imports.next-act')}
            </Link>
          }
        />
      )}
      {job.undone && <UndoneBanner undone={job.undone} />}
      {waits && <WaitingList job={job} closing={waits} may={may} />}
      {job.status === 'failed' && !waits && (
        <Banner tone="danger" title={t('imports.refused')}>
          {words.failure(job.failure ?? '')}
        </Banner>
      )}
      {job.closing && <ClosingCard job={job} closing={job.closing} />}
      <Card
        title={words.kind(job)}
        aside={`${t('imports.started', { when: f.instant(job.at) })}${job.finishedAt ? ` · ${t('imports.finished', { when: f.instant(job.finishedAt) })}` : ''}`}
      >
        <ImportTotals job={job} />
        {job.ignoredColumns.length > 0 && (
          <p className="mt-3 text-12 text-text-2">{t('imports.ignored', { columns: f.list(job.ignoredColumns) })}</p>
        )}
      </Card>
      {job.status !== 'running' && job.summary.rejected > 0 && (
        <Card title={t('imports.rejected-lines')} aside={t('common.lines', { count: job.summary.rejected })} flush>
          <RejectionsList importId={job.id} count={job.summary.rejected} />
        </Card>
      )}
    </>
  );
}
