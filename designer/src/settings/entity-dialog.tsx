import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc, type Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Dialog, Field, TextArea, TextInput, toast } from '../ui/index.ts';
import { detailsOf, draftOf, wrongIn, type EntityField } from './entity-draft.ts';

type Entity = Outputs['entities']['list']['items'][number];

const HINTS = { signature: 'organisation.entity.signature-hint' } as const;
const LONG: ReadonlySet<EntityField> = new Set(['address', 'signature']);
const GROUPS = [
  { title: 'organisation.entity.who', fields: ['name', 'legalForm', 'siren', 'address', 'dataNoticeUrl'] },
  { title: 'organisation.entity.bank', fields: ['accountHolder', 'iban', 'bic'] },
  {
    title: 'organisation.entity.sender',
    fields: ['emailFrom', 'replyTo', 'senderName', 'senderRole', 'senderPhone', 'signature'],
  },
] as const;

/** A creditor company, new (null) or to change; what cannot be right is said while it is typed. */
export function EntityDialog({ entity, onClose }: { entity: Entity | null; onClose: () => void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(entity));
  const onSuccess = async () => {
    toast(t('organisation.entities.saved'));
    onClose();
    await queryClient.invalidateQueries({ queryKey: trpc.entities.pathKey() });
  };
  const create = useMutation(trpc.entities.create.mutationOptions({ onSuccess }));
  const update = useMutation(trpc.entities.update.mutationOptions({ onSuccess }));
  const wrong = wrongIn(draft);
  const [firstWrong] = Object.values(wrong);
  const lack = draft.name.trim() === '' ? t('organisation.needs-name') : firstWrong && t(firstWrong);
  const error = create.error ?? update.error;
  const details = detailsOf(draft);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={entity ? entity.name : t('organisation.entities.new')}
      size="lg"
      act={{
        label: t('common.save'),
        busy: create.isPending || update.isPending,
        disabledReason: lack,
        run: () => (entity ? update.mutate({ id: entity.id, ...details }) : create.mutate(details)),
      }}
    >
      {error && <Banner tone="danger" title={problemText(error)} />}
      <div className="org-form">
        {GROUPS.map(({ title, fields }) => (
          <fieldset key={title}>
            <legend>{t(title)}</legend>
            <div className="org-columns">
              {fields.map((field) => {
                const found = wrong[field];
                const props = {
                  value: draft[field],
                  onChange: (value: string) => setDraft({ ...draft, [field]: value }),
                };
                return (
                  <Field
                    key={field}
                    label={t(`organisation.entity.${field}`)}
                    error={found && t(found)}
                    hint={field in HINTS && t(HINTS[field as keyof typeof HINTS])}
                  >
                    {LONG.has(field) ? (
                      <TextArea {...props} maxLength={500} />
                    ) : (
                      <TextInput {...props} maxLength={field === 'dataNoticeUrl' ? 500 : 200} />
                    )}
                  </Field>
                );
              })}
            </div>
          </fieldset>
        ))}
      </div>
    </Dialog>
  );
}
