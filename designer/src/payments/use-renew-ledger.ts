import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { trpc } from '../api.ts';

/** Asks anew for all that money decides: payments, invoices, debtors and follow-ups. */
export function useRenewLedger(): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return useCallback(
    () =>
      Promise.all(
        [trpc.payments, trpc.invoices, trpc.debtors, trpc.enrolments].map((group) =>
          queryClient.invalidateQueries({ queryKey: group.pathKey() }),
        ),
      ),
    [queryClient],
  );
}
