import type { AppRouter } from '@relance/api';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { queryClient } from './query-client.ts';

const client = createTRPCClient<AppRouter>({
  links: [
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
