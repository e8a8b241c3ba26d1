import { useState, type FormEvent } from 'react';
import type { Outputs } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { PlaceFields } from '../organisation/place-fields.tsx';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Button, Field, TextInput } from '../ui/index.ts';
import { useSaveSettings } from './use-save-settings.ts';

type Settings = Outputs['organisation']['settings'];

export function IdentityForm({ settings }: { settings: Settings }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const save = useSaveSettings();
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const { name, country, language, currency, timeZone } = { ...settings, ...changed };
  const set = (change: Partial<Settings>) => setChanged({ ...changed, ...change });
  const lack = name.trim() === '' ? t('organisation.needs-name') : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (lack) return;
    const given = { name: name.trim(), country, language, timeZone, ...(!settings.currencyFixed && { currency }) };
    save.mutate(given, { onSuccess: () => setChanged({}) });
  }
  return (
    <form className="org-form" onSubmit={submit}>
      {save.error && <Banner tone="danger" title={problemText(save.error)} />}
      <Field label={t('organisation.name')} error={lack}>
        <TextInput value={name} onChange={(value) => set({ name: value })} maxLength={200} />
      </Field>
      <div className="org-columns">
        <PlaceFields
          place={{ country, language, currency, timeZone }}
          onChange={set}
          currencyFixed={settings.currencyFixed}
        />
      </div>
      <Button type="submit" variant="primary" busy={save.isPending} disabledReason={lack}>
        {t('common.save')}
      </Button>
    </form>
  );
}
