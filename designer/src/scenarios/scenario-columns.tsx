import { Link } from '@tanstack/react-router';
import type { Outputs } from '../api.ts';
import type { Formats, Language, Translate } from '../i18n/index.ts';
import type { ActorName } from '../session/use-actor-name.ts';
import { Chip, Count, type DataColumn, Icon } from '../ui/index.ts';
import { StepTiles } from './step-tiles.tsx';

type Row = Outputs['scenarios']['list']['items'][number];

interface Words {
  actorName: ActorName;
  t: Translate;
  f: Formats;
  language: Language;
}

/** What the list says of a scenario. */
export function scenarioColumns({ t, f, language, actorName }: Words): DataColumn<Row>[] {
  const changed = (row: Row) => {
    const date = f.instant(row.updatedAt);
    const name = actorName(row.updatedBy);
    return name ? t('scenarios.changed-by', { date, name }) : date;
  };
  return [
    {
      id: 'name',
      header: t('scenarios.name'),
      width: 'minmax(200px, 1.4fr)',
      render: (row) => (
        <Link to="/scenarios/$id" params={{ id: row.id }} className="sc-name" tabIndex={-1}>
          {row.name}
        </Link>
      ),
      phone: 'title',
    },
    {
      id: 'state',
      header: t('scenarios.state'),
      width: '200px',
      render: (row) => <State row={row} t={t} />,
      phone: 'detail',
    },
    {
      id: 'steps',
      header: t('scenarios.steps'),
      width: 'minmax(248px, 1fr)',
      render: (row) => <StepTiles types={row.steps.map(({ type }) => type)} language={language} />,
    },
    {
      id: 'live',
      header: t('scenarios.live'),
      width: '88px',
      align: 'end',
      render: (row) => (
        <span title={t('scenarios.live-title', { count: row.liveCount })}>{f.count(row.liveCount)}</span>
      ),
      phone: 'value',
    },
    {
      id: 'findings',
      header: t('scenarios.findings'),
      width: '104px',
      render: (row) => <Findings counts={row.findings} t={t} />,
    },
    {
      id: 'changed',
      header: t('scenarios.changed'),
      width: '220px',
      render: (row) => <span className="sc-changed">{changed(row)}</span>,
      phone: 'meta',
    },
  ];
}

function State({ row, t }: { row: Row; t: Translate }) {
  const { publishedVersion: version, draftDiffers } = row;
  if (version === null) return <Chip tone="outline">{t('scenarios.draft')}</Chip>;
  if (draftDiffers) {
    return (
      <Chip tone="info" icon="edit">
        {t('scenarios.draft-differs', { version })}
      </Chip>
    );
  }
  return (
    <Chip tone="ok" icon="check">
      {t('scenarios.published', { version })}
    </Chip>
  );
}

function Findings({ counts, t }: { counts: Row['findings']; t: Translate }) {
  const { error, warning, info } = counts;
  if (error + warning + info === 0) {
    return <Icon name="check" size={14} className="sc-fine" label={t('scenarios.findings-none')} />;
  }
  return (
    <span className="sc-findings" role="img" aria-label={t('scenarios.findings-label', counts)}>
      {error > 0 && <Count value={error} variant="danger" />}
      {warning > 0 && <Count value={warning} variant="warn" />}
      {info > 0 && <Count value={info} variant="pill" />}
    </span>
  );
}
