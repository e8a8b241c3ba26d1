import './imports.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { DataList, EmptyState, Icon, type DataColumn } from '../ui/index.ts';
import type { ImportJob } from './import-fields.ts';
import { ImportStatus } from './import-status.tsx';
import { useImportWords } from './use-import-words.ts';

/** All imports, the running ones with their progress. */
export function ImportsPage() {
  const { t, f } = useI18n();
  const words = useImportWords();
  const { role } = useSession();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string | null>(null);
  const query = useInfiniteQuery(
    trpc.imports.list.infiniteQueryOptions(
      // a preview only looks: it is no part of what has happened
      { limit: 50, dryRun: false },
      {
        getNextPageParam: (page) => page.nextCursor ?? undefined,
        refetchInterval: ({ state }) =>
          state.data?.pages.some((page) => page.items.some((job) => job.status === 'running')) ? 1_500 : false,
      },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.items);
  const mayImport = role !== 'collector';
  const act = mayImport && (
    <Link to="/imports/new" className="ui-button ui-button-primary">
      <Icon name="plus" />
      {t('imports.new')}
    </Link>
  );
  const columns: DataColumn<ImportJob>[] = [
    {
      id: 'kind',
      header: '',
      label: t('imports.kind'),
      width: '16px',
      render: (job) => <Icon name={kindIcons[job.kind]} className="text-text-3" />,
      phone: 'mark',
    },
    {
      id: 'file',
      header: t('imports.file'),
      width: 'minmax(160px, 1fr)',
      render: (job) => <span className="font-medium">{job.filename}</span>,
      phone: 'title',
    },
    {
      id: 'what',
      header: t('imports.kind'),
      width: '140px',
      render: (job) => words.kind(job),
      phone: 'detail',
    },
    { id: 'at', header: t('imports.at'), width: '110px', render: (job) => f.instant(job.at), phone: 'meta' },
    { id: 'read', header: t('imports.read'), width: '90px', align: 'end', render: (job) => f.count(job.summary.read) },
    {
      id: 'rejected',
      header: t('imports.rejected'),
      width: '90px',
      align: 'end',
      render: (job) => <Rejected job={job} />,
    },
    {
      id: 'status',
      header: t('imports.status'),
      width: '150px',
      render: (job) => <ImportStatus job={job} />,
      phone: 'value',
    },
  ];
  const open = (job: ImportJob) => {
    setSelected(job.id);
    void navigate({ to: '/imports/$id', params: { id: job.id } });
  };
  return (
    <>
      <PageHeader title={t('imports.title')} actions={rows && rows.length > 0 && act} />
      <DataList
        label={t('imports.title')}
        rows={rows}
        rowId={(job) => job.id}
        columns={columns}
        state={query}
        selectedId={selected}
        onSelect={(job) => setSelected(job.id)}
        onOpen={open}
        onMore={query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined}
        empty={<EmptyState icon="import" text={t('imports.empty')} detail={t('imports.empty-detail')} act={act} />}
      />
    </>
  );
}

const kindIcons = { invoices: 'document', payments: 'euro', debtors: 'building' } as const;

function Rejected({ job }: { job: ImportJob }) {
  const { f } = useI18n();
  return (
    <span className={job.summary.rejected > 0 ? 'text-warn-fg' : 'text-text-3'}>{f.count(job.summary.rejected)}</span>
  );
}
