import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { ErrorState, Skeleton } from '../ui/index.ts';
import { Editor } from './editor.tsx';

/** Opens a scenario: loading, failed, or open. */
export function EditorPage() {
  const { t } = useI18n();
  const { id } = useParams({ from: '/shell/scenarios/$id' });
  const scenario = useQuery(trpc.scenarios.get.queryOptions({ id }, { staleTime: 0 }));
  const parent = { label: t('editor.scenarios'), to: '/scenarios', arrow: true } as const;
  if (scenario.data === undefined) {
    return (
      <>
        <PageHeader title={t('editor.scenario')} parent={parent} />
        {scenario.error ? (
          <ErrorState error={scenario.error} title={t('editor.load-failed')} onRetry={() => void scenario.refetch()} />
        ) : (
          <Skeleton lines={10} label={t('common.loading')} />
        )}
      </>
    );
  }
  return <Editor key={id} stored={scenario.data} />;
}
