import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { toast } from '../ui/index.ts';

/** Sends the sandbox's clock on its way; from then on the top bar asks how far it is. */
export function useAdvance() {
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.clock.advance.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.clock.get.queryKey() }),
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    }),
  );
}
