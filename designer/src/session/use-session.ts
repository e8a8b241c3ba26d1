import { useSuspenseQuery } from '@tanstack/react-query';
import { trpc, type Outputs } from '../api.ts';

export type Session = Outputs['session']['me'];

/** Who is signed in, in which organisation, as what. Pages inside the shell always have one. */
export function useSession(): Session {
  return useSuspenseQuery(trpc.session.me.queryOptions(undefined, { staleTime: 60_000 })).data;
}
