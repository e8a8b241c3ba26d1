import { z } from 'zod';
import { isId } from './id.ts';

/** Cursors are opaque to callers: the id of the last item seen, in base64url. */
export function cursorAfter(lastId: string): string {
  return Buffer.from(lastId.replaceAll('-', ''), 'hex').toString('base64url');
}

function idOfCursor(cursor: string): string | null {
  const hex = Buffer.from(cursor, 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isId(id) && cursorAfter(id) === cursor ? id : null;
}

/** How much of a list and from where on; the cursor comes out as the id that it stands for. */
export const page = {
  limit: z.int().min(1).max(200).default(50),
  cursor: z
    .string()
    .max(100)
    .refine((value) => idOfCursor(value) !== null, { message: 'a cursor given by this list', abort: true })
    .overwrite((value) => idOfCursor(value) ?? value)
    .optional(),
};

export interface Page {
  limit: number;
  /** Id of the last item that the caller has. */
  cursor?: string | undefined;
}

export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Makes a list of `limit + 1` rows that were read: one row more than asked for says that there is a next page. */
export function listFrom<Row extends { id: string }>(
  rows: Row[],
  { limit }: Page,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? cursorAfter(last.id) : null };
}
