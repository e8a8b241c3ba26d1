import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { problemKind } from './problem/problem.ts';
import { sessionEnded } from './session/session-ended.ts';

const isAway = (error: unknown): boolean => ['network', 'unavailable'].includes(problemKind(error));

function onError(error: unknown): void {
  if (problemKind(error) === 'unauthorized') sessionEnded();
}

/** Queries are tried again only when nobody answered: a refusal would be the same the second time. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      retry: (failures, error) => failures < 3 && isAway(error),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
