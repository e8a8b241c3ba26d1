import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { Button, Count, cx, Icon, type IconName } from '../ui/index.ts';
import { kindIcons } from './kind-look.ts';
import type { Task } from './task.ts';
import { kinds, views, type View } from './task-views.ts';

const viewIcons: Record<View, IconName> = { mine: 'user', all: 'users', unassigned: 'inbox', done: 'check' };

type ViewsPaneProps = {
  view: View;
  kind: Task['kind'] | null;
  onChange: (filters: Record<string, string>) => void;
  onNext: () => void;
};

/** The queues, with how many wait in each. */
export function ViewsPane({ view, kind, onChange, onNext }: ViewsPaneProps) {
  const { t } = useI18n();
  const counts = useQuery(trpc.tasks.counts.queryOptions(undefined)).data;
  const inView: Partial<Record<View, number | undefined>> = {
    mine: counts?.mine,
    all: counts?.open,
    unassigned: counts?.unassigned,
  };
  return (
    <nav className="inbox-views" aria-label={t('inbox.views')}>
      <h2>{t('inbox.views')}</h2>
      {views.map((each) => (
        <Entry
          key={each}
          icon={viewIcons[each]}
          label={t(`inbox.view.${each}`)}
          count={inView[each]}
          on={view === each}
          onPick={() => onChange({ view: each })}
        />
      ))}
      <h2>{t('inbox.kinds')}</h2>
      {kinds.map((each) => (
        <Entry
          key={each}
          icon={kindIcons[each]}
          label={t(`inbox.kind.${each}`)}
          count={counts?.byKind[each]}
          on={kind === each}
          onPick={() => onChange({ kind: kind === each ? '' : each })}
        />
      ))}
      <div className="inbox-next">
        <strong>{t('inbox.next-task')}</strong>
        <span>{t('inbox.next-task-text')}</span>
        <Button size="sm" keys=" " onClick={onNext}>
          {t('common.open')}
        </Button>
      </div>
    </nav>
  );
}

type EntryProps = { icon: IconName; label: string; count: number | undefined; on: boolean; onPick: () => void };

function Entry({ icon, label, count, on, onPick }: EntryProps) {
  return (
    <button type="button" className={cx('inbox-view', on && 'is-on')} aria-pressed={on} onClick={onPick}>
      <Icon name={icon} />
      <span>{label}</span>
      {count !== undefined && count > 0 && <Count value={count} />}
    </button>
  );
}
