import './settings.css';
import '../organisation/organisation.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { PageHeader } from '../shell/page-header.tsx';

const PAGES = [
  { to: '/settings', label: 'organisation.nav.mine' },
  { to: '/settings/organisation', label: 'organisation.nav.organisation' },
  { to: '/settings/entities', label: 'organisation.nav.entities' },
  { to: '/settings/team', label: 'organisation.nav.team' },
  { to: '/settings/sending', label: 'organisation.nav.sending' },
] as const;

/** One's own settings, and for manager and admin those of the organisation. */
export function SettingsFrame({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  const { t } = useI18n();
  const { role } = useSession();
  const leads = role === 'manager' || role === 'admin';
  return (
    <>
      <PageHeader title={t('settings.title')} actions={actions} />
      <div className="settings">
        {leads && (
          <nav className="settings-tabs" aria-label={t('organisation.nav.label')}>
            {PAGES.map(({ to, label }) => (
              <Link key={to} to={to} activeOptions={{ exact: true }} activeProps={{ className: 'is-on' }}>
                {t(label)}
              </Link>
            ))}
          </nav>
        )}
        {children}
      </div>
    </>
  );
}
