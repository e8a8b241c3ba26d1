import { ilike, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** Whether a text contains what somebody typed, whatever its case; signs that mean something to LIKE mean themselves. */
export function textIn(column: PgColumn, typed: string): SQL {
  return ilike(column, `%${typed.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
}
