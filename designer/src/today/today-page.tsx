import './today.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Card, ErrorState, Skeleton } from '../ui/index.ts';
import { FirstSteps } from './first-steps.tsx';
import { OwnLedger } from './own-ledger.tsx';
import { StoryLines } from './story-lines.tsx';
import { TodayFigures } from './today-figures.tsx';
import { useStoryRead } from './use-story-read.ts';

/** The first page: what this organisation is, what today asks for, and what the last advance brought. */
export function TodayPage() {
  const { t, f } = useI18n();
  const { user, organisation } = useSession();
  const today = useQuery(trpc.today.get.queryOptions());
  useStoryRead(today.data);
  if (!today.data) {
    return (
      <>
        <PageHeader title={t('today.title')} />
        {today.error ? (
          <ErrorState error={today.error} title={t('today.failed')} onRetry={() => void today.refetch()} />
        ) : (
          <Skeleton lines={8} label={t('common.loading')} />
        )}
      </>
    );
  }
  const { sandbox, now, story } = today.data;
  const day = f.day(now, 'longDate');
  const what = sandbox ? 'sandbox' : organisation.sending ? 'real-on' : 'real-off';
  return (
    <>
      <PageHeader title={t('today.title')} />
      <div className="today">
        <header>
          <h2>{t('today.hello', { name: user.name.split(' ')[0] ?? user.name })}</h2>
          <p>{t(`today.what.${what}`, { day })}</p>
        </header>
        {what === 'real-on' && <WayOut />}
        <TodayFigures today={today.data} />
        {story && (
          <Card title={t('today.story.title')} aside={t('today.story.span', spanWords(story, f))}>
            <StoryLines story={story} />
          </Card>
        )}
        {sandbox && <FirstSteps today={today.data} />}
        <OwnLedger today={today.data} />
      </div>
    </>
  );
}

/** Sending is on in a real organisation, and nothing can leave: nobody must believe that debtors are written to. */
function WayOut() {
  const { t } = useI18n();
  const sending = useQuery(trpc.organisation.sending.queryOptions());
  if (sending.data?.wayOut !== 'mailbox') return null;
  const act = (
    <Link to="/settings/sending" className="ui-button ui-button-default ui-button-sm">
      {t('today.no-server-act')}
    </Link>
  );
  return (
    <Banner tone="warn" title={t('today.no-server')} act={act}>
      {t('today.no-server-text')}
    </Banner>
  );
}

function spanWords({ from, to }: { from: string; to: string }, f: ReturnType<typeof useI18n>['f']) {
  return { from: f.clock(from), to: f.clock(to) };
}
