import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { ClosuresForm } from './closures-form.tsx';
import { IdentityForm } from './identity-form.tsx';
import { PolicyForm } from './policy-form.tsx';
import { QueryCard } from './query-card.tsx';
import { RulesForm } from './rules-form.tsx';
import { SettingsFrame } from './settings-frame.tsx';

/** What holds for the whole organisation. */
export function OrganisationPage() {
  const { t } = useI18n();
  const query = useQuery(trpc.organisation.settings.queryOptions());
  return (
    <SettingsFrame>
      <QueryCard title={t('organisation.identity')} query={query}>
        {(settings) => <IdentityForm settings={settings} />}
      </QueryCard>
      <QueryCard title={t('organisation.rules')} query={query}>
        {(settings) => <RulesForm settings={settings} />}
      </QueryCard>
      <QueryCard title={t('contact-policy.title')} query={query}>
        {(settings) => <PolicyForm settings={settings} />}
      </QueryCard>
      <QueryCard title={t('organisation.closures')} query={query}>
        {({ closures }) => <ClosuresForm closures={closures} />}
      </QueryCard>
    </SettingsFrame>
  );
}
