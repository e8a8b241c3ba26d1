import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { toast } from '../ui/index.ts';

/** The stop button of the organisation, and the other way. */
export function useSending() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const set = useMutation(
    trpc.organisation.setSending.mutationOptions({
      onSuccess: async ({ on }) => {
        toast(t(on ? 'organisation.state.started' : 'organisation.state.stopped'), { tone: on ? 'ok' : 'warn' });
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.session.me.queryKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.organisation.sending.queryKey() }),
        ]);
      },
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    }),
  );
  return {
    busy: set.isPending,
    stop: () => set.mutate({ on: false }),
    start: (reason: string, onDone: () => void) =>
      set.mutate({ on: true, ...(reason && { reason }) }, { onSuccess: onDone }),
  };
}
