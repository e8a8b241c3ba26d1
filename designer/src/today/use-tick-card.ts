import { useMutation, useQueryClient } from '@tanstack/react-query';
import { trpc } from '../api.ts';

/** Ticks a card of the first page; what that page shows follows. */
export function useTickCard() {
  const queryClient = useQueryClient();
  return useMutation(
    trpc.today.tick.mutationOptions({
      onSuccess: (fresh) => queryClient.setQueryData(trpc.today.get.queryKey(), fresh),
    }),
  );
}
