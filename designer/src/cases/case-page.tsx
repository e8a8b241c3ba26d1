import './case.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { LogReplyButton } from '../replies/log-reply-button.tsx';
import { QuietChip } from '../replies/quiet-chip.tsx';
import { ForTeam } from '../session/for-team.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, ErrorState, Icon, Skeleton } from '../ui/index.ts';
import { CaseActions } from './case-actions.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseSide } from './case-side.tsx';
import { CaseStatus } from './case-status.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { GraphStrip } from './graph-strip.tsx';
import { stepNames } from './step-names.ts';
import { reasonText } from './timeline-words.ts';

/** One follow-up: five facts, what comes next, its path, and everything that happened with its why. */
export function CasePage() {
  const { t, language } = useI18n();
  const { id } = useParams({ from: '/shell/follow-ups/$id' });
  const query = useQuery(trpc.enrolments.get.queryOptions({ id }));
  const graph = useQuery(trpc.enrolments.graph.queryOptions({ id }));
  const nodes = graph.data?.graph.nodes;
  const names = useMemo(() => stepNames(nodes ?? [], language), [nodes, language]);
  const it = query.data;
  const parent = { label: t('cases.title'), to: '/follow-ups' } as const;
  if (!it) {
    return (
      <>
        <PageHeader title={t('cases.title')} parent={parent} />
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={10} label={t('common.loading')} />
        )}
      </>
    );
  }
  const steps = (nodes ?? [])
    .filter(({ type }) => type !== 'start')
    .map((node) => ({ id: node.id, name: names.lookOf(node.id)?.title ?? node.id }));
  const task = it.tokens.find(({ waitingFor }) => waitingFor === 'task');
  return (
    <>
      <PageHeader title={it.invoiceNumber} parent={parent} />
      <article className="record">
        <header className="record-head">
          <div className="record-name">
            <h2>
              <Link to="/debtors/$id" params={{ id: it.debtorId }}>
                {it.debtorName}
              </Link>
            </h2>
            <CaseStatus of={it} />
            <ForTeam>
              <QuietChip debtorId={it.debtorId} />
            </ForTeam>
            <div className="record-acts">
              <ForTeam>{it.status !== 'ended' && <CaseActions it={it} names={names} steps={steps} />}</ForTeam>
              <ForTeam>
                <LogReplyButton debtorId={it.debtorId} />
              </ForTeam>
              {task && <OpenTask caseId={it.id} debtorId={it.debtorId} />}
            </div>
          </div>
          <CaseFacts it={it} />
        </header>
        {it.incident && (
          <Banner tone="danger" title={t('cases.incident', { code: reasonText(it.incident.code, t) })}>
            {t('cases.incident-text')}
          </Banner>
        )}
        {graph.data && <GraphStrip drawn={graph.data} next={it.next} names={names} />}
        <div className="record-body">
          <CaseTimeline caseId={it.id} names={names} />
          <CaseSide it={it} />
        </div>
      </article>
    </>
  );
}

function OpenTask({ caseId, debtorId }: { caseId: string; debtorId: string }) {
  const { t } = useI18n();
  const tasks = useQuery(trpc.tasks.list.queryOptions({ debtorId, todo: true, limit: 50 })).data?.items;
  const task = tasks?.find(({ cases }) => cases.some((each) => each.enrolmentId === caseId && !each.leftReason));
  if (!task) return null;
  return (
    <Link to="/inbox/$taskId" params={{ taskId: task.id }} className="ui-button ui-button-primary">
      <Icon name={task.kind === 'call' ? 'phone' : 'task'} />
      {t('cases.act.open-task')}
    </Link>
  );
}
