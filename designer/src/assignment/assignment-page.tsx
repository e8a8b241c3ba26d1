import './assignment.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Button, Card, ErrorState, Skeleton, toast } from '../ui/index.ts';
import { AssignmentState } from './assignment-state.tsx';
import { ForecastText } from './forecast-text.tsx';
import { LeftOut } from './left-out.tsx';
import { MovesDialog } from './moves-dialog.tsx';
import { RuleList } from './rule-list.tsx';
import type { ScenarioOption } from './rule.ts';
import { useRulesDraft } from './use-rules-draft.ts';
import { useRulesPreview } from './use-rules-preview.ts';

/** The rules that put invoices into scenarios: the list, what it would do before it is saved, and when it runs. */
export function AssignmentPage() {
  const { t } = useI18n();
  const mayEdit = useSession().role !== 'collector';
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const saved = useQuery(trpc.assignment.get.queryOptions({}));
  const scenarios = useScenarioOptions();
  const draft = useRulesDraft(saved.data);
  const preview = useRulesPreview(draft.rules, `${saved.data?.version} ${saved.data?.lastRun?.at}`);
  const [moving, setMoving] = useState(false);
  const save = useMutation(
    trpc.assignment.save.mutationOptions({
      onSuccess: async (next) => {
        queryClient.setQueryData(trpc.assignment.get.queryKey({}), next);
        draft.discard();
        toast(t('assignment.saved', { version: next.version }));
        await queryClient.invalidateQueries({ queryKey: trpc.assignment.pathKey() });
      },
    }),
  );
  const header = (
    <PageHeader
      title={t('assignment.title')}
      actions={
        mayEdit && saved.data && saved.data.version > 0 ? (
          <Button onClick={() => setMoving(true)}>{t('assignment.moves.open')}</Button>
        ) : undefined
      }
    />
  );
  if (saved.error) {
    return (
      <>
        {header}
        <ErrorState error={saved.error} onRetry={() => void saved.refetch()} />
      </>
    );
  }
  return (
    <>
      {header}
      <div className="as-page">
        <p className="as-lead">{t('assignment.lead')}</p>
        {saved.data && <AssignmentState assignment={saved.data} mayEdit={mayEdit} changed={draft.changed} />}
        {scenarios.data?.length === 0 && (
          <Banner
            tone="info"
            title={t('assignment.no-scenario')}
            act={<Link to="/scenarios">{t('assignment.to-scenarios')}</Link>}
          />
        )}
        <Card flush title={t('assignment.rules')}>
          {saved.data ? (
            <RuleList draft={draft} preview={preview.data} scenarios={scenarios.data ?? []} mayEdit={mayEdit} />
          ) : (
            <Skeleton lines={4} />
          )}
        </Card>
        <Card title={t('assignment.foreseen.title')}>
          <ForecastText preview={preview.data} changed={draft.changed} />
          {preview.error && <Banner tone="danger" title={problemText(preview.error)} />}
          {draft.changed && (
            <div className="as-save">
              <Button
                variant="primary"
                busy={save.isPending}
                onClick={() => save.mutate({ version: draft.version, rules: draft.rules })}
              >
                {t('assignment.save')}
              </Button>
              <Button onClick={draft.discard}>{t('assignment.discard')}</Button>
            </div>
          )}
          {save.error && <Banner tone="danger" title={problemText(save.error)} />}
        </Card>
        <LeftOut preview={preview.data} />
      </div>
      {moving && <MovesDialog onClose={() => setMoving(false)} />}
    </>
  );
}

const MOST_SCENARIOS = 200;

function useScenarioOptions() {
  return useQuery(
    trpc.scenarios.list.queryOptions(
      { limit: MOST_SCENARIOS },
      {
        select: ({ items }): ScenarioOption[] =>
          items.map(({ id, name, publishedVersion }) => ({ id, name, published: publishedVersion !== null })),
      },
    ),
  );
}
