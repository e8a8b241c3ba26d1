import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { problemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { Dialog, Field, TextInput } from '../ui/index.ts';
import { type Model, modelGraph, MODELS } from './models.ts';

/** Asks for a name and what to start from, then opens the new scenario. */
export function NewScenarioDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useI18n();
  const { organisation } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const group = useId();
  const [model, setModel] = useState<Model>('firm');
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? (model === 'empty' ? '' : t(`scenarios.from.${model}`));
  const create = useMutation(
    trpc.scenarios.create.mutationOptions({
      onSuccess: ({ id }) => {
        void queries.invalidateQueries({ queryKey: trpc.scenarios.pathKey() });
        onClose();
        return navigate({ to: '/scenarios/$id', params: { id } });
      },
    }),
  );
  function run() {
    const graph = modelGraph(model, { ...organisation, language }, t);
    create.mutate({ name: name.trim(), graph });
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('scenarios.new-title')}
      act={{
        label: t('scenarios.new-act'),
        busy: create.isPending,
        disabledReason: name.trim() === '' ? t('scenarios.name-needed') : undefined,
        run,
      }}
    >
      <div className="sc-new">
        <fieldset className="sc-models">
          <legend>{t('scenarios.new-from')}</legend>
          {MODELS.map((each) => (
            <div key={each} className="sc-model">
              <input
                id={`${group}${each}`}
                type="radio"
                name={group}
                checked={model === each}
                aria-describedby={`${group}${each}d`}
                onChange={() => setModel(each)}
              />
              <span>
                <label htmlFor={`${group}${each}`} className="sc-model-name">
                  {t(`scenarios.from.${each}`)}
                </label>
                <span id={`${group}${each}d`} className="sc-model-detail">
                  {t(`scenarios.from.${each}-detail`)}
                </span>
              </span>
            </div>
          ))}
        </fieldset>
        <Field label={t('scenarios.new-name')} error={create.error ? problemText(create.error, t) : undefined}>
          <TextInput value={name} maxLength={200} onChange={setTyped} data-autofocus />
        </Field>
      </div>
    </Dialog>
  );
}
