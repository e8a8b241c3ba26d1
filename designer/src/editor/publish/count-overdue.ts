import { trpc } from '../../api.ts';
import { queryClient } from '../../query-client.ts';

export interface OverdueCount {
  /** Overdue invoices that no scenario follows. */
  free: number;
  followed: number;
  /** There are more than were counted. */
  more: boolean;
}

const PAGE = 200;
const MOST_PAGES = 10;

/** Counts the overdue invoices, page by page up to a limit: the exact number matters while it is small. */
export async function countOverdue(): Promise<OverdueCount> {
  const count: OverdueCount = { free: 0, followed: 0, more: false };
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const input = cursor === undefined ? { overdue: true, limit: PAGE } : { overdue: true, limit: PAGE, cursor };
    const { items, nextCursor } = await queryClient.fetchQuery(
      trpc.invoices.list.queryOptions(input, { staleTime: 0 }),
    );
    for (const { enrolmentId } of items) {
      if (enrolmentId === null) count.free += 1;
      else count.followed += 1;
    }
    if (nextCursor === null) return count;
    cursor = nextCursor;
  }
  return { ...count, more: true };
}
