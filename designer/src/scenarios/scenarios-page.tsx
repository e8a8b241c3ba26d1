import './scenarios.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useActorName } from '../session/use-actor-name.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Button, DataList, EmptyState } from '../ui/index.ts';
import { NewScenarioDialog } from './new-scenario-dialog.tsx';
import { scenarioColumns } from './scenario-columns.tsx';

/** All scenarios: their state, their steps, what lives on them, what was found in them. */
export function ScenariosPage() {
  const { t, f, language } = useI18n();
  const { role } = useSession();
  const actorName = useActorName();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string | null>(null);
  const [creating, setCreating] = useState(false);
  const query = useInfiniteQuery(
    trpc.scenarios.list.infiniteQueryOptions(
      { limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.items);
  const act = role !== 'collector' && (
    <Button variant="primary" icon="plus" onClick={() => setCreating(true)}>
      {t('scenarios.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('scenarios.title')} actions={act} />
      <DataList
        label={t('scenarios.title')}
        rows={rows}
        rowId={(row) => row.id}
        columns={scenarioColumns({ t, f, language, actorName })}
        state={query}
        selectedId={selected}
        onSelect={(row) => setSelected(row.id)}
        onOpen={(row) => void navigate({ to: '/scenarios/$id', params: { id: row.id } })}
        onMore={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
        rowHeight={44}
        keys
        empty={
          <EmptyState icon="scenario" text={t('scenarios.empty')} detail={t('scenarios.empty-detail')} act={act} />
        }
      />
      {creating && <NewScenarioDialog onClose={() => setCreating(false)} />}
    </>
  );
}
