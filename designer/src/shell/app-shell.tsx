import './shell.css';
import { Outlet, useMatches } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { startLive } from '../live/live.ts';
import { queryClient } from '../query-client.ts';
import { useAccountPreferences } from '../session/preferences.ts';
import { useSession } from '../session/use-session.ts';
import { cx, Skeleton, usePhone } from '../ui/index.ts';
import { HealthBanner } from './health-banner.tsx';
import { HeaderSlotsContext, type HeaderSlots } from './page-header.tsx';
import { Navigation } from './navigation.tsx';
import { OrganisationState } from './organisation-state.tsx';
import { SandboxClock } from './sandbox-clock.tsx';
import { ShellShortcuts } from './shell-shortcuts.tsx';
import { TabBar } from './tab-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';
import { useRail } from './use-rail.ts';

/** Top bar, navigation, the page, and what is true on all of them. */
export function AppShell() {
  const { t } = useI18n();
  const session = useSession();
  const phone = usePhone();
  const [slots, setSlots] = useState<HeaderSlots>({ title: null, middle: null, actions: null });
  const bare = useMatches().some((match) => match.staticData.bare);
  const rail = useRail();
  const main = useFocusOnNavigation();
  useAccountPreferences(session);
  useEffect(() => startLive(queryClient), []);
  return (
    <HeaderSlotsContext value={slots}>
      <a className="shell-skip" href="#main">
        {t('shell.skip-link')}
      </a>
      <div className={cx('shell', bare ? 'is-bare' : rail.folded && 'is-rail')}>
        <TopBar bare={bare} onSlots={setSlots} />
        <div className="shell-notices">
          <HealthBanner />
          {phone && <OrganisationState />}
          {phone && session.organisation.sandbox && !bare && <SandboxClock />}
        </div>
        {!bare && !phone && <Navigation rail={rail} />}
        <main id="main" ref={main} tabIndex={-1} className="shell-main">
          <Suspense fallback={<Skeleton lines={8} />}>
            <Outlet />
          </Suspense>
        </main>
        {!bare && phone && <TabBar />}
      </div>
      <ShellShortcuts />
    </HeaderSlotsContext>
  );
}
