import { say } from '@relance/workflows/messages';
import { useI18n } from '../i18n/index.ts';
import { cx, Icon, type DataColumn } from '../ui/index.ts';
import { kindIcons } from './kind-look.ts';
import { latenessOf } from './lateness.ts';
import type { TaskLine } from './task-lines.ts';

/** Bounds between small, middling and large amounts, in whole units of the currency. */
const LARGE = 10_000;
const MIDDLING = 2_000;
const levelOf = (priority: number) => (priority >= LARGE ? 'high' : priority >= MIDDLING ? 'middle' : 'low');

/** The columns of the inbox; "why now" is one of them. */
export function useTaskColumns(now: string): DataColumn<TaskLine>[] {
  const { t, f, language } = useI18n();
  return [
    {
      id: 'priority',
      header: '',
      label: t('inbox.column.priority'),
      width: '16px',
      render: ({ priority }) => <Bars level={levelOf(priority)} />,
      phone: 'mark',
    },
    {
      id: 'debtor',
      header: t('inbox.column.debtor'),
      width: 'minmax(120px, 1fr)',
      render: (task) => <span className="font-medium">{task.debtorName}</span>,
      phone: 'title',
    },
    {
      id: 'kind',
      header: t('inbox.column.kind'),
      width: 'minmax(28px, 132px)',
      render: ({ kind, tasks }) => (
        <span className="inbox-kind">
          <Icon name={kindIcons[kind]} size={14} />
          {t(`inbox.kind.${kind}`)}
          {tasks.length > 1 && (
            <small title={tasks.map((task) => t(`inbox.kind.${task.kind}`)).join(', ')}>
              {t('inbox.and-others', { count: tasks.length - 1 })}
            </small>
          )}
        </span>
      ),
    },
    {
      id: 'amount',
      header: t('inbox.column.amount'),
      width: '84px',
      align: 'end',
      render: ({ amounts }) => amounts.map((sum) => f.moneyShort(sum)).join(' · '),
      phone: 'value',
    },
    {
      id: 'due',
      header: t('inbox.column.due'),
      width: '96px',
      render: ({ dueAt }) => {
        if (dueAt === null) return null;
        const lateness = latenessOf(dueAt, now, f.dayKey);
        const text = lateness === 'today' ? f.time(dueAt) : f.day(dueAt, 'weekday');
        return (
          <time dateTime={dueAt} title={f.exact(dueAt)} className={cx(lateness === 'late' && 'inbox-late')}>
            {text}
          </time>
        );
      },
      phone: 'meta',
    },
    {
      id: 'why',
      header: t('inbox.column.why'),
      width: 'minmax(140px, 1.4fr)',
      render: ({ why }) => <span className="text-text-2">{say(why, language)}</span>,
      phone: 'detail',
    },
  ];
}

function Bars({ level }: { level: 'high' | 'middle' | 'low' }) {
  const { t } = useI18n();
  return (
    <span className={`inbox-bars is-${level}`} role="img" aria-label={t(`inbox.priority.${level}`)}>
      <i />
      <i />
      <i />
    </span>
  );
}
