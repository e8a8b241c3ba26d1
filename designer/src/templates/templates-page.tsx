import './templates.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Chip, DataList, EmptyState, type DataColumn } from '../ui/index.ts';
import { templateName } from './template-name.ts';

type Row = Outputs['templates']['list']['items'][number];

/** The messages that scenarios may send, with whose words they leave in each language. */
export function TemplatesPage() {
  const { t, language } = useI18n();
  const navigate = useNavigate();
  const [selected, setSelected] = useState<string | null>(null);
  const query = useQuery(trpc.templates.list.queryOptions({}));
  const words = (row: Row, of: 'fr' | 'en') => {
    const version = row.texts.find((text) => text.language === of)?.version ?? null;
    return version === null ? (
      <span className="text-text-3">{t('templates.standard')}</span>
    ) : (
      <Chip tone="info">{t('templates.own-short', { version })}</Chip>
    );
  };
  const columns: DataColumn<Row>[] = [
    {
      id: 'name',
      header: t('templates.column.name'),
      width: 'minmax(0, 1fr)',
      render: ({ id }) => <span className="font-medium">{templateName(id, language)}</span>,
      phone: 'title',
    },
    {
      id: 'tone',
      header: t('templates.column.tone'),
      width: '120px',
      render: ({ tone }) => t(`editor.tone.${tone as 0 | 1 | 2 | 3 | 4}`),
      phone: 'value',
    },
    {
      id: 'fr',
      header: t('templates.column.fr'),
      width: '160px',
      render: (row) => words(row, 'fr'),
      phone: 'detail',
    },
    { id: 'en', header: t('templates.column.en'), width: '160px', render: (row) => words(row, 'en'), phone: 'meta' },
  ];
  return (
    <>
      <PageHeader title={t('templates.title')} />
      <p className="tp-lead">{t('templates.lead')}</p>
      <DataList
        label={t('templates.title')}
        rows={query.data?.items.toSorted((a, b) => a.tone - b.tone)}
        rowId={({ id }) => id}
        columns={columns}
        state={query}
        selectedId={selected}
        onSelect={({ id }) => setSelected(id)}
        onOpen={({ id }) => void navigate({ to: '/templates/$id', params: { id } })}
        rowHeight={44}
        keys
        empty={<EmptyState icon="letter" text={t('templates.title')} />}
      />
    </>
  );
}
