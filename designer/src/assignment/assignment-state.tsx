import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { Banner, Button, ConfirmDialog, Switch, toast } from '../ui/index.ts';
import type { Assignment } from './rule.ts';

type AssignmentStateProps = { assignment: Assignment; mayEdit: boolean; changed: boolean };

/** Whether the rules run by themselves, when they do next, what the last run did; and a way to have them run now. */
export function AssignmentState({ assignment, mayEdit, changed }: AssignmentStateProps) {
  const { t, f } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { on, nextAt, running, lastRun, version } = assignment;
  const keep = (next: Assignment) => queryClient.setQueryData(trpc.assignment.get.queryKey({}), next);
  const setOn = useMutation(
    trpc.assignment.setOn.mutationOptions({
      onSuccess: (next) => {
        keep(next);
        toast(t(next.on ? 'assignment.on-done' : 'assignment.off-done'));
      },
    }),
  );
  const run = useMutation(
    trpc.assignment.run.mutationOptions({
      onSuccess: (next) => {
        keep(next);
        setAsking(false);
        toast(t('assignment.run-asked'));
      },
    }),
  );
  const error = setOn.error ?? run.error;
  const lack = version === 0 ? t('assignment.needs-rules') : changed ? t('assignment.needs-save') : undefined;
  return (
    <div className="as-state">
      <Switch
        checked={on}
        disabled={!mayEdit || setOn.isPending || version === 0}
        onChange={(next) => setOn.mutate({ on: next })}
      >
        {t('assignment.switch')}
      </Switch>
      <span className="as-note">
        {[
          running
            ? t('assignment.running')
            : nextAt === null
              ? t('assignment.off-text')
              : t('assignment.next', { at: `${f.day(nextAt, 'dayHeader')}, ${f.time(nextAt)}` }),
          lastRun && t('assignment.last', { at: f.instant(lastRun.at), count: lastRun.count }),
        ]
          .filter((part) => typeof part === 'string')
          .join(' ')}
      </span>
      {mayEdit && (
        <Button size="sm" icon="play" busy={running} disabledReason={lack} onClick={() => setAsking(true)}>
          {t('assignment.run')}
        </Button>
      )}
      {error && <Banner tone="danger" title={problemText(error)} />}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('assignment.run-title')}
        description={t('assignment.run-text')}
        act={t('assignment.run')}
        busy={run.isPending}
        onConfirm={() => run.mutate({})}
      />
    </div>
  );
}
