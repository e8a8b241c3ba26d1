import type { ListState } from '../ui/index.ts';
import type { Outbox, OutboxGroup } from './outbox.ts';

/** What is needed of the query of a view; the reply of `useInfiniteQuery` fits. */
export interface OutboxQuery extends ListState {
  data: { pages: readonly Outbox[] } | undefined;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => Promise<OutboxQuery>;
}

/** Every group of the view, its pages that nobody has scrolled to included; null: they could not be read. */
export async function allOf(query: OutboxQuery): Promise<OutboxGroup[] | null> {
  let read = query;
  while (read.hasNextPage && !read.error) read = await read.fetchNextPage();
  return read.error || !read.data ? null : read.data.pages.flatMap(({ items }) => items);
}
