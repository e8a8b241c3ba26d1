import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactElement } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Count, cx, Icon, IconButton, Kbd, Tooltip } from '../ui/index.ts';
import { navigationFor } from './navigation-items.ts';
import { openShortcuts } from './shortcuts-dialog-state.ts';
import type { Rail } from './use-rail.ts';

/** 200 px with labels, or a 48-px rail. */
export function Navigation({ rail }: { rail: Rail }) {
  const { t } = useI18n();
  const { role, organisation } = useSession();
  const items = navigationFor(role, organisation);
  const counts = useQuery(
    trpc.tasks.counts.queryOptions(undefined, { enabled: items.some(({ to }) => to === '/inbox') }),
  );
  const planned = useQuery(
    trpc.outbox.counts.queryOptions(undefined, { enabled: items.some(({ to }) => to === '/outbox') }),
  ).data?.counts.decide;
  return (
    <nav className={cx('shell-nav', rail.folded && 'is-rail')} aria-label={t('shell.navigation')}>
      {items.map((item, index) => (
        <Fragment key={item.to}>
          {index > 0 && items[index - 1]?.group !== item.group && <hr />}
          <Named text={t(item.label)} on={rail.folded}>
            <Link
              to={item.to}
              className="shell-nav-item"
              activeProps={{ className: 'is-on' }}
              activeOptions={{ exact: item.to === '/' }}
              aria-label={t(item.label)}
            >
              <Icon name={item.icon} />
              {!rail.folded && <span>{t(item.label)}</span>}
              {!rail.folded && item.to === '/inbox' && counts.data && <Count value={counts.data.open} />}
              {!rail.folded && item.to === '/outbox' && planned !== undefined && planned > 0 && (
                <Count value={planned} />
              )}
              {rail.folded && item.to === '/inbox' && counts.data && counts.data.overdue > 0 && (
                <i aria-hidden="true" />
              )}
            </Link>
          </Named>
        </Fragment>
      ))}
      <span className="shell-nav-end">
        <Named text={t('shell.nav.settings')} on={rail.folded}>
          <Link
            to="/settings"
            className="shell-nav-item"
            activeProps={{ className: 'is-on' }}
            aria-label={t('shell.nav.settings')}
          >
            <Icon name="settings" />
            {!rail.folded && <span>{t('shell.nav.settings')}</span>}
          </Link>
        </Named>
        <Named text={t('shell.nav.help')} on={rail.folded}>
          <button type="button" className="shell-nav-item" onClick={openShortcuts} aria-label={t('shell.nav.help')}>
            <Icon name="help" />
            {!rail.folded && <span>{t('shell.nav.help')}</span>}
            {!rail.folded && <Kbd keys="?" />}
          </button>
        </Named>
        <IconButton
          icon={rail.folded ? 'chevron-right' : 'back'}
          size="sm"
          label={rail.folded ? t('shell.nav.unfold') : t('shell.nav.fold')}
          aria-expanded={!rail.folded}
          onClick={rail.toggle}
        />
      </span>
    </nav>
  );
}

function Named({ text, on, children }: { text: string; on: boolean; children: ReactElement }) {
  return on ? (
    <Tooltip text={text} side="right">
      {children}
    </Tooltip>
  ) : (
    children
  );
}
