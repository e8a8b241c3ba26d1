import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Dialog, Kbd, listenToShortcuts, useActiveShortcuts, useShortcuts, type ShortcutGroup } from '../ui/index.ts';
import { openShortcuts, useShortcutsDialog } from './shortcuts-dialog-state.ts';

const groups: readonly ShortcutGroup[] = ['page', 'list', 'everywhere'];

/** The keys that work everywhere, and the list of all that work here under `?`. */
export function ShellShortcuts() {
  const { t } = useI18n();
  const { role } = useSession();
  const navigate = useNavigate();
  useEffect(() => listenToShortcuts(window), []);
  const everywhere = { group: 'everywhere' as const };
  useShortcuts([
    { keys: '?', label: t('shell.shortcuts.show'), run: openShortcuts, ...everywhere },
    { keys: 'g t', label: t('shell.shortcuts.go-inbox'), run: () => void navigate({ to: '/inbox' }), ...everywhere },
    {
      keys: 'g s',
      label: t('shell.shortcuts.go-follow-ups'),
      run: () => void navigate({ to: '/follow-ups' }),
      ...everywhere,
    },
    ...(role === 'collector'
      ? []
      : [
          {
            keys: 'g d',
            label: t('shell.shortcuts.go-scenarios'),
            run: () => void navigate({ to: '/scenarios' }),
            ...everywhere,
          },
        ]),
  ]);
  return <ShortcutsDialog />;
}

function ShortcutsDialog() {
  const { t } = useI18n();
  const open = useShortcutsDialog((state) => state.open);
  const shortcuts = useActiveShortcuts();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => useShortcutsDialog.setState({ open: next })}
      title={t('shell.shortcuts.title')}
      size="md"
    >
      <div className="shell-shortcuts">
        {groups.map((group) => {
          const listed = shortcuts.filter((each) => each.group === group);
          if (listed.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`shell.shortcuts.${group}`)}</h3>
              <dl>
                {listed.map((each) => (
                  <div key={each.keys + each.label}>
                    <dt>{each.label}</dt>
                    <dd>
                      {each.keys
                        .split(' ')
                        .filter(Boolean)
                        .map((keys) => (
                          <Kbd key={keys} keys={keys} />
                        ))}
                      {/* The keys are drawn: a screen reader gets them as words. */}
                      <span className="sr-only">{each.keys}</span>
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
