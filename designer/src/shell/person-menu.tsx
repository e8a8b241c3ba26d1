import { useNavigate } from '@tanstack/react-router';
import { languages, useI18n } from '../i18n/index.ts';
import { usePreferences } from '../session/preferences.ts';
import { signOut } from '../session/sign-out.ts';
import { isDark, useTheme } from '../session/theme.ts';
import { useChangeOrganisation } from '../session/use-change-organisation.ts';
import { useSession } from '../session/use-session.ts';
import { Avatar, Menu, type MenuItem } from '../ui/index.ts';

/** The account: who, as what, where; language and theme too, for the pages and screens without their buttons. */
export function PersonMenu() {
  const { t, language } = useI18n();
  const { user, organisation, role, memberships } = useSession();
  const change = useChangeOrganisation();
  const others = memberships.filter(({ organisationId }) => organisationId !== organisation.id);
  const { setLanguage, setTheme } = usePreferences();
  const dark = isDark(useTheme());
  const navigate = useNavigate();
  const items: MenuItem[] = [
    { heading: user.name, detail: `${t(`shell.role.${role}`)} · ${organisation.name}` },
    'separator',
    ...others.map(({ organisationId, name, sandbox }): MenuItem => ({
      label: sandbox ? t('organisation.switch.demo', { name }) : name,
      icon: 'building',
      onSelect: () => {
        void navigate({ to: '/' });
        change.mutate({ organisationId });
      },
    })),
    ...(role === 'manager'
      ? [
          {
            label: t('organisation.new.title'),
            icon: 'plus',
            onSelect: () => void navigate({ to: '/organisations/new' }),
          } satisfies MenuItem,
        ]
      : []),
    'separator',
    ...languages.map((each): MenuItem => ({
      label: t(`shell.language.${each}`),
      icon: 'language',
      checked: each === language,
      onSelect: () => setLanguage(each),
    })),
    {
      label: dark ? t('shell.theme.light') : t('shell.theme.dark'),
      icon: dark ? 'sun' : 'moon',
      onSelect: () => setTheme(dark ? 'light' : 'dark'),
    },
    { label: t('shell.nav.settings'), icon: 'settings', onSelect: () => void navigate({ to: '/settings' }) },
    'separator',
    { label: t('shell.sign-out'), icon: 'sign-out', onSelect: () => void signOut() },
  ];
  return (
    <Menu
      label={t('shell.person')}
      items={items}
      trigger={
        <button type="button" className="shell-person" aria-label={`${t('shell.person')} · ${user.name}`}>
          <Avatar name={user.name} me size={26} />
        </button>
      }
    />
  );
}
