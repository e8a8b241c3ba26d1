import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpc } from '../api.ts';
import type { Completion } from './completion.ts';
import type { Preview, Task } from './task.ts';
import { useRested } from './use-rested.ts';

/** What an answer leads to, as far as it is known. */
export type Foreseen = { data: Preview | undefined; isPlaceholderData: boolean; error: unknown };

/** Asks the engine what an answer will lead to, once nobody has typed for a moment. */
export function useForeseen(task: Task, completion: Completion | null): Foreseen {
  const asked = useRested(JSON.stringify(completion));
  const input = JSON.parse(asked) as Completion | null;
  const { outcome, values, exceptions } = input ?? { outcome: '', values: {}, exceptions: undefined };
  return useQuery(
    trpc.tasks.preview.queryOptions(
      { id: task.id, outcome, values, ...(exceptions && { exceptions }) },
      { enabled: input !== null && task.cases.length > 0, placeholderData: keepPreviousData },
    ),
  );
}
