import { lt, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Which part of a list to read. */
export interface ListPage {
  limit: number;
  /** Id of the last item that the reader has. */
  cursor?: string | undefined;
}

/**
 * Lists run from the newest id down: whatever is committed while somebody reads has, at worst, its place among pages read
 * already, so that every item that stood there at the start comes once, and none is missed.
 */
export function after(column: PgColumn, { cursor }: ListPage): SQL | undefined {
  return cursor === undefined ? undefined : lt(column, cursor);
}

/** One row more than asked for says that there is a next page. */
export const rowsOf = ({ limit }: ListPage): number => limit + 1;
