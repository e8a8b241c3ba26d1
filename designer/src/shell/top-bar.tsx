import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Icon, usePhone } from '../ui/index.ts';
import { LanguageSwitch } from './language-switch.tsx';
import type { HeaderSlots } from './page-header.tsx';
import { OrganisationState } from './organisation-state.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SandboxClock } from './sandbox-clock.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

type TopBarProps = { bare: boolean; onSlots: (update: (slots: HeaderSlots) => HeaderSlots) => void };

/** Mark, title; the clock or the page's mode; the page's actions, language, theme, person. */
export function TopBar({ bare, onSlots }: TopBarProps) {
  const { t } = useI18n();
  const { organisation } = useSession();
  const phone = usePhone();
  const title = useSlot('title', onSlots);
  const middle = useSlot('middle', onSlots);
  const actions = useSlot('actions', onSlots);
  return (
    <header className="shell-top">
      <Link to="/" className="shell-mark" aria-label={t('shell.product')}>
        <Icon name="relance" />
      </Link>
      <div ref={title} className="shell-top-title" />
      <div className="shell-top-middle">
        {!phone && <OrganisationState />}
        <div ref={middle} className="shell-top-slot" />
        {organisation.sandbox && !phone && <SandboxClock />}
      </div>
      <div className="shell-top-end">
        <div ref={actions} className="shell-top-slot" />
        {!bare && !phone && (
          <>
            <LanguageSwitch />
            <ThemeToggle />
          </>
        )}
        <PersonMenu />
      </div>
    </header>
  );
}

function useSlot(name: keyof HeaderSlots, onSlots: TopBarProps['onSlots']) {
  return useCallback(
    (element: HTMLElement | null) => onSlots((slots) => ({ ...slots, [name]: element })),
    [name, onSlots],
  );
}
