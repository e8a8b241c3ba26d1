import { graphSchema } from '@relance/workflows/scenario';
import { z } from 'zod';
import { trpc } from '../api.ts';
import { problemOf } from '../problem/problem.ts';
import { queryClient } from '../query-client.ts';
import type { Save } from './store/autosave.ts';

const theirs = z.object({ rev: z.number(), graph: graphSchema });
const AWAY = new Set(['network', 'unavailable', 'internal', 'too-many-requests']);

/** Sends the draft. A stale revision comes back with what stands there now; whatever may pass by itself is "away". */
export const saveDraft: Save = async (draft) => {
  const mutation = queryClient.getMutationCache().build(queryClient, trpc.scenarios.saveDraft.mutationOptions());
  try {
    const { rev } = await mutation.execute(draft);
    return { kind: 'saved', rev };
  } catch (error) {
    const problem = problemOf(error);
    const current = theirs.safeParse(problem.current);
    if (problem.status === 409 && current.success) return { kind: 'conflict', theirs: current.data };
    if (AWAY.has(problem.code) || (problem.status ?? 0) >= 500) return { kind: 'away' };
    return { kind: 'refused', error };
  }
};
