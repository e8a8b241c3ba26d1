import type { AppRouter } from '@relance/api';
import { createTRPCClient, httpBatchLink, type TRPCLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { queryClient } from './query-client.ts';

/** Lists that continue are asked with a `direction` by the query library; the contract knows none and refuses it. */
const withoutDirection: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) => {
    if (typeof op.input !== 'object' || op.input === null || !('direction' in op.input)) return next(op);
    const { direction: _, ...input } = op.input;
    return next({ ...op, input });
  };

const client = createTRPCClient<AppRouter>({
  links: [
    withoutDirection,
    httpBatchLink({
      url: '/api/trpc',
      maxURLLength: 2_000,
      // A header that no foreign page can set without asking first: the cookie alone is not enough.
      headers: { 'x-relance': 'web' },
    }),
  ],
});

/** Options for `useQuery` and `useMutation`: `useQuery(trpc.tasks.list.queryOptions({ … }))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

export type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;
