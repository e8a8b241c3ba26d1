import { useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n, type Translate } from '../i18n/index.ts';
import { useSession } from '../session/use-session.ts';
import { Button, useShortcuts } from '../ui/index.ts';
import type { Lack } from './completion.ts';
import type { Task } from './task.ts';
import type { TaskActs } from './use-task-acts.ts';

/** Always in sight: finish, take, give back; what cannot be pressed says why. */
export function SheetActions({ task, acts }: { task: Task; acts: TaskActs }) {
  const { t } = useI18n();
  const { user } = useSession();
  const members = useQuery(trpc.members.list.queryOptions(undefined, { staleTime: 300_000 })).data?.items;
  const { assignee } = task;
  const mine = assignee === user.id;
  const holder = members?.find(({ userId }) => userId === assignee)?.name ?? t('inbox.somebody');
  const takenByOther = assignee !== null && !mine ? t('inbox.taken-by-other', { name: holder }) : undefined;
  useShortcuts([
    { keys: 'c', label: t('inbox.keys.claim'), group: 'page', run: acts.claim },
    { keys: 'mod+enter', label: t('inbox.keys.submit'), group: 'page', run: acts.finish, whileTyping: true },
  ]);
  return (
    <footer className="sheet-actions">
      <Button
        variant="primary"
        keys="mod+enter"
        busy={acts.busy}
        disabledReason={takenByOther ?? lackText(acts.lack, t)}
        onClick={acts.finish}
      >
        {t('inbox.finish')}
      </Button>
      {mine ? (
        <Button icon="undo" onClick={acts.release}>
          {t('inbox.release')}
        </Button>
      ) : (
        <Button icon="user" keys="C" disabledReason={takenByOther} onClick={acts.claim}>
          {t('inbox.claim')}
        </Button>
      )}
      {assignee !== null && (
        <span className="sheet-holder">
          {mine ? t('inbox.claimed-by-me') : t('inbox.claimed-by', { name: holder })}
        </span>
      )}
    </footer>
  );
}

function lackText(lack: Lack | null, t: Translate): string | undefined {
  if (lack === null) return undefined;
  if (lack.kind === 'own') return t('inbox.needs-own', { invoice: lack.invoice });
  return t(lack.kind === 'outcome' ? 'inbox.needs-outcome' : 'inbox.needs-fields');
}
