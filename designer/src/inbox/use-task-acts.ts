import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { problemKind } from '../problem/problem.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { useSession } from '../session/use-session.ts';
import { toast } from '../ui/index.ts';
import { completionOf, type Lack } from './completion.ts';
import { dropDraft, type Draft } from './draft.ts';
import type { Task } from './task.ts';

export interface TaskActs {
  claim: () => void;
  release: () => void;
  finish: () => void;
  busy: boolean;
  lack: Lack | null;
  /** Why the last attempt was refused. */
  refusal: unknown;
}

type Around = { onNext: () => void; reread: () => void };

/** Taking, giving back and finishing a task; after finishing, the next one opens by itself. */
export function useTaskActs(task: Task, draft: Draft, { onNext, reread }: Around): TaskActs {
  const { t } = useI18n();
  const { user } = useSession();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const renew = () => queryClient.invalidateQueries({ queryKey: trpc.tasks.pathKey() });
  const onError = (error: unknown) => {
    if (problemKind(error) === 'conflict') reread();
    else toast(problemText(error), { tone: 'danger' });
  };
  const said = (text: string) => async () => {
    toast(text);
    await renew();
  };
  const claim = useMutation(trpc.tasks.claim.mutationOptions({ onSuccess: said(t('inbox.claimed')), onError }));
  const release = useMutation(trpc.tasks.release.mutationOptions({ onSuccess: said(t('inbox.released')), onError }));
  const complete = useMutation(
    trpc.tasks.complete.mutationOptions({
      onSuccess: async (done) => {
        const outcome = done.outcomes.find(({ id }) => id === done.outcome)?.label ?? '';
        toast(t('inbox.finished', { debtor: done.debtorName, outcome }));
        dropDraft(task.id);
        onNext();
        await Promise.all([renew(), queryClient.invalidateQueries({ queryKey: trpc.enrolments.pathKey() })]);
      },
      onError: (error) => {
        if (problemKind(error) === 'conflict') reread();
      },
    }),
  );
  const completion = completionOf(task, draft);
  const lack = 'kind' in completion ? completion : null;
  return {
    claim: () => task.assignee !== user.id && claim.mutate({ id: task.id }),
    release: () => release.mutate({ id: task.id }),
    finish: () => {
      if ('kind' in completion || complete.isPending) return;
      complete.mutate({ id: task.id, rev: task.rev, ...completion });
    },
    busy: complete.isPending,
    lack,
    refusal: complete.error,
  };
}
