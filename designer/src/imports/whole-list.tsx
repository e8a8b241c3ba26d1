import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Checkbox, Field, Select } from '../ui/index.ts';
import type { ImportDraft } from './import-draft.ts';

type WholeListProps = {
  draft: ImportDraft;
  /** The company that the preview has taken. */
  taken: string | null;
  onChange: (change: Partial<ImportDraft>) => void;
};

/** Of which company the file is, and whether it is the whole list of what is open there. */
export function WholeList({ draft, taken, onChange }: WholeListProps) {
  const { t } = useI18n();
  const entities = useQuery(trpc.entities.list.queryOptions()).data?.items ?? [];
  const { kind, openItems, options } = draft;
  if (kind === 'payments') return null;
  const assumed = !openItems && options.entityId === undefined ? taken : null;
  const chosen =
    entities.find(({ id }) => id === options.entityId) ?? (entities.length === 1 ? entities[0] : undefined);
  return (
    <div className="import-whole">
      {entities.length > 1 && (
        <Field label={t('imports.entity')} hint={assumed && t('imports.entity.assumed')}>
          <Select
            value={options.entityId ?? assumed}
            placeholder={t('imports.entity.choose')}
            onChange={(entityId) => onChange({ options: { ...options, entityId }, previewId: null })}
            options={entities.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      {kind === 'invoices' && (
        <>
          <Checkbox checked={openItems} onChange={(next) => onChange({ openItems: next, previewId: null })}>
            {chosen ? t('imports.whole-of', { entity: chosen.name }) : t('imports.whole')}
          </Checkbox>
          {openItems && <p className="import-whole-hint">{t('imports.whole.hint')}</p>}
        </>
      )}
    </div>
  );
}
