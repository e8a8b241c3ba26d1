import '../settings/settings.css';
import './organisation.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { Banner, Button, Card, Field, TextInput, toast } from '../ui/index.ts';
import type { Place } from './place.ts';
import { PlaceFields } from './place-fields.tsx';

/** A real organisation beside the demo; sending is off, and the ledger comes next. */
export function NewOrganisationPage() {
  const { t, language } = useI18n();
  const { organisation } = useSession();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [entityName, setEntityName] = useState('');
  const [place, setPlace] = useState<Place>(() => {
    const { country, currency, timeZone } = organisation;
    return { country, currency, timeZone, language };
  });
  const create = useMutation(
    trpc.organisations.create.mutationOptions({
      onSuccess: async () => {
        toast(t('organisation.new.done', { name: name.trim() }));
        await navigate({ to: '/imports/new' });
        // everything on screen was the other organisation's
        await queryClient.resetQueries();
      },
    }),
  );
  const lack = name.trim() === '' ? t('organisation.needs-name') : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    const entity = entityName.trim();
    if (!lack) create.mutate({ name: name.trim(), ...place, ...(entity && { entityName: entity }) });
  }
  return (
    <>
      <PageHeader title={t('organisation.new.title')} />
      <div className="settings">
        <Card>
          <form className="org-form" onSubmit={submit}>
            <p className="text-text-2">{t('organisation.new.text')}</p>
            {create.error && <Banner tone="danger" title={problemText(create.error)} />}
            <Field label={t('organisation.name')}>
              <TextInput value={name} onChange={setName} maxLength={200} required />
            </Field>
            <Field
              label={t('organisation.entity-name')}
              aside={t('common.optional')}
              hint={t('organisation.new.entity-hint')}
            >
              <TextInput value={entityName} onChange={setEntityName} maxLength={200} placeholder={name} />
            </Field>
            <div className="org-columns">
              <PlaceFields place={place} onChange={(change) => setPlace({ ...place, ...change })} />
            </div>
            <Button type="submit" variant="primary" busy={create.isPending} disabledReason={lack}>
              {t('organisation.new.act')}
            </Button>
          </form>
        </Card>
      </div>
    </>
  );
}
