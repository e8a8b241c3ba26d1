import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { languages, useI18n } from '../i18n/index.ts';
import { usePreferences } from '../session/preferences.ts';
import { signOut } from '../session/sign-out.ts';
import { useChangeOrganisation } from '../session/use-change-organisation.ts';
import { useTheme, type Theme } from '../session/theme.ts';
import { useSession } from '../session/use-session.ts';
import { Button, Card, Chip, Segmented } from '../ui/index.ts';
import { SettingsFrame } from './settings-frame.tsx';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Language, theme, who one is and where; kept with the account. */
export function SettingsPage() {
  const { t, language } = useI18n();
  const { user, organisation, role } = useSession();
  const { setLanguage, setTheme } = usePreferences();
  const theme = useTheme();
  return (
    <SettingsFrame>
      <Card title={t('settings.appearance')} aside={t('settings.saved')}>
        <div className="settings-row">
          <div>
            <h3>{t('settings.language')}</h3>
            <p>{t('settings.language-hint')}</p>
          </div>
          <Segmented
            label={t('settings.language')}
            value={language}
            onChange={setLanguage}
            segments={languages.map((each) => ({ value: each, label: t(`shell.language.${each}`) }))}
          />
        </div>
        <div className="settings-row">
          <h3>{t('settings.theme')}</h3>
          <Segmented
            label={t('settings.theme')}
            value={theme}
            onChange={setTheme}
            segments={themes.map((each) => ({ value: each, label: t(`settings.theme.${each}`) }))}
          />
        </div>
      </Card>
      <Card title={t('settings.account')}>
        <dl className="settings-facts">
          <Fact name={t('settings.name')}>{user.name}</Fact>
          <Fact name={t('settings.email')}>{user.email}</Fact>
          <Fact name={t('settings.role')}>{t(`shell.role.${role}`)}</Fact>
          <Fact name={t('settings.organisation')}>
            {organisation.name} {organisation.sandbox && <Chip tone="outline">{t('settings.sandbox')}</Chip>}
          </Fact>
          <Fact name={t('settings.time-zone')}>{organisation.timeZone}</Fact>
          <Fact name={t('settings.currency')}>{organisation.currency}</Fact>
        </dl>
        <Organisations />
        <div className="mt-4">
          <Button icon="sign-out" onClick={() => void signOut()}>
            {t('shell.sign-out')}
          </Button>
        </div>
      </Card>
    </SettingsFrame>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The other organisations one belongs to; changing asks for everything anew. */
function Organisations() {
  const { t } = useI18n();
  const { organisation, memberships, role } = useSession();
  const change = useChangeOrganisation();
  const others = memberships.filter((each) => each.organisationId !== organisation.id);
  if (others.length === 0 && role !== 'manager') return null;
  return (
    <div className="settings-row">
      <h3>{t('settings.other-organisations')}</h3>
      <div className="flex flex-wrap gap-2">
        {others.map(({ organisationId, name }) => (
          <Button
            key={organisationId}
            size="sm"
            busy={change.isPending && change.variables.organisationId === organisationId}
            onClick={() => change.mutate({ organisationId })}
          >
            {name}
          </Button>
        ))}
        {role === 'manager' && (
          <Link to="/organisations/new" className="ui-button ui-button-default ui-button-sm">
            {t('organisation.new.title')}
          </Link>
        )}
      </div>
    </div>
  );
}
