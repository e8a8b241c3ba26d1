import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { toast } from '../ui/index.ts';

/** Goes to work in another organisation one belongs to: everything on screen is asked for anew. */
export function useChangeOrganisation() {
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  return useMutation(
    trpc.session.setOrganisation.mutationOptions({
      onSuccess: () => queryClient.resetQueries(),
      onError: (error) => toast(problemText(error), { tone: 'danger' }),
    }),
  );
}
