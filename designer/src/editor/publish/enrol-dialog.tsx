import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../api.ts';
import { isMessageKey, type Translate, useI18n } from '../../i18n/index.ts';
import { problemText } from '../../problem/use-problem-text.ts';
import { Dialog, ErrorState, Icon, Skeleton } from '../../ui/index.ts';
import { countOverdue } from './count-overdue.ts';

interface EnrolDialogProps {
  scenario: { id: string; name: string };
  onClose: () => void;
}

/** Puts every overdue invoice that nobody follows into a scenario, and says which ones stayed outside and why. */
export function EnrolDialog({ scenario, onClose }: EnrolDialogProps) {
  const { t, f } = useI18n();
  const queries = useQueryClient();
  const overdue = useQuery({ queryKey: ['enrol', 'overdue'], queryFn: countOverdue, staleTime: 0, gcTime: 0 });
  const enrol = useMutation(trpc.enrolments.create.mutationOptions({ onSuccess: () => queries.invalidateQueries() }));
  const count = overdue.data?.free ?? 0;
  const reply = enrol.data;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={t('editor.enrol-title', { scenario: scenario.name })}
      {...(reply === undefined
        ? {
            act: {
              label: t('editor.enrol-act', { count }),
              busy: enrol.isPending,
              disabledReason: overdue.data && count === 0 ? t('editor.enrol-none') : undefined,
              run: () => enrol.mutate({ scenarioId: scenario.id, filter: { overdue: true } }),
            },
          }
        : {})}
    >
      {reply !== undefined ? (
        <div className="ed-enrol" role="status">
          <p className="ed-publish-done">
            <Icon name="check" />
            {t('editor.enrolled', { count: reply.enrolled.length })}
          </p>
          {reply.skipped.length > 0 && (
            <>
              <p>{t('editor.skipped', { count: reply.skipped.length })}</p>
              <ul className="ed-enrol-skipped">
                {reasons(reply.skipped).map(([reason, skipped]) => (
                  <li key={reason}>
                    <span>{reasonText(reason, t)}</span>
                    <span>{f.count(skipped)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
          <Link to="/follow-ups" search={{ scenario: scenario.id }} className="fd-link">
            {t('editor.see-follow-ups')}
          </Link>
        </div>
      ) : overdue.data === undefined ? (
        overdue.error ? (
          <ErrorState error={overdue.error} onRetry={() => void overdue.refetch()} />
        ) : (
          <Skeleton lines={2} />
        )
      ) : (
        <div className="ed-enrol">
          <p className="ed-enrol-count">
            {overdue.data.more ? t('common.too-many', { count }) : t('common.invoices', { count })}
          </p>
          <p>{t('editor.enrol-text')}</p>
          {overdue.data.followed > 0 && (
            <p className="fd-hint">{t('editor.enrol-followed', { count: overdue.data.followed })}</p>
          )}
          {enrol.error && (
            <p className="fd-error" role="alert">
              <Icon name="warn" size={12} />
              {problemText(enrol.error, t)}
            </p>
          )}
        </div>
      )}
    </Dialog>
  );
}

function reasons(skipped: readonly { reason: string }[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

function reasonText(reason: string, t: Translate): string {
  const key = `editor.skip-reason.${reason}`;
  return isMessageKey(key) ? (t as (key: string) => string)(key) : reason;
}
