import { Link, useNavigate } from '@tanstack/react-router';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Icon, Menu } from '../ui/index.ts';
import { navigationFor } from './navigation-items.ts';

/** The navigation of a phone: the first three pages and the rest under "More". */
export function TabBar() {
  const { t } = useI18n();
  const { role, organisation } = useSession();
  const navigate = useNavigate();
  const items = navigationFor(role, organisation);
  const first = items.slice(0, 3);
  const rest = [
    ...items
      .slice(3)
      .map((item) => ({ label: t(item.label), icon: item.icon, onSelect: () => void navigate({ to: item.to }) })),
    { label: t('shell.nav.settings'), icon: 'settings' as const, onSelect: () => void navigate({ to: '/settings' }) },
  ];
  return (
    <nav className="shell-tabs" aria-label={t('shell.navigation')}>
      {first.map((item) => (
        <Link
          key={item.to}
          to={item.to}
          className="shell-tab"
          activeProps={{ className: 'is-on' }}
          activeOptions={{ exact: item.to === '/' }}
        >
          <Icon name={item.icon} size={20} />
          {t(item.label)}
        </Link>
      ))}
      <Menu
        label={t('shell.nav.more')}
        items={rest}
        trigger={
          <button type="button" className="shell-tab">
            <Icon name="more" size={20} />
            {t('shell.nav.more')}
          </button>
        }
      />
    </nav>
  );
}
