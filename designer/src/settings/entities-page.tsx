import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, Chip, Icon } from '../ui/index.ts';
import { EntityDialog } from './entity-dialog.tsx';
import { QueryCard } from './query-card.tsx';
import { SettingsFrame } from './settings-frame.tsx';

type Entity = Outputs['entities']['list']['items'][number];

/** The creditor companies: who each one is, and whether messages can leave in its name. */
export function EntitiesPage() {
  const { t } = useI18n();
  const query = useQuery(trpc.entities.list.queryOptions());
  const [edited, setEdited] = useState<Entity | 'new' | null>(null);
  return (
    <SettingsFrame
      actions={
        <Button icon="plus" onClick={() => setEdited('new')}>
          {t('organisation.entities.add')}
        </Button>
      }
    >
      <QueryCard title={t('organisation.nav.entities')} query={query}>
        {({ items }) => (
          <>
            <p className="text-text-2">{t('organisation.entities.text')}</p>
            <ul className="org-list mt-2">
              {items.map((each) => (
                <EntityLine key={each.id} entity={each} onEdit={() => setEdited(each)} />
              ))}
            </ul>
          </>
        )}
      </QueryCard>
      {edited && <EntityDialog entity={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </SettingsFrame>
  );
}

function EntityLine({ entity, onEdit }: { entity: Entity; onEdit: () => void }) {
  const { t, language } = useI18n();
  const gaps = entity.gaps.map((gap) => t(`organisation.gap.${gap}`));
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(gaps);
  return (
    <li>
      <Icon name="building" />
      <span className="org-list-main">
        {`${entity.name} ${entity.legalForm}`.trim()}
        <small>
          {gaps.length > 0
            ? t('organisation.entities.gaps', { list })
            : [entity.siren && `SIREN ${entity.siren}`, entity.emailFrom].filter(Boolean).join(' · ')}
        </small>
      </span>
      {gaps.length === 0 && <Chip tone="ok">{t('organisation.entities.complete')}</Chip>}
      <Button size="sm" icon="edit" aria-label={`${t('common.change')} · ${entity.name}`} onClick={onEdit}>
        {t('common.change')}
      </Button>
    </li>
  );
}
