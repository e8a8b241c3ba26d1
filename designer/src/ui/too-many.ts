/** More rows than anybody reads: the list stops and asks for a filter. */
export const MOST_ROWS = 10_000;

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
}

/** Whether a list is as long as it may get, and whether its next page is to be asked for. */
export function tooMany(rows: readonly unknown[] | undefined, { hasNextPage, isFetchingNextPage }: Paged) {
  const full = rows !== undefined && rows.length >= MOST_ROWS;
  return { full, more: hasNextPage && !isFetchingNextPage && !full };
}
