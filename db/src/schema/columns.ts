import { sql } from 'drizzle-orm';
import { bigint, customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** An instant as ISO 8601 in UTC with milliseconds, in both directions. */
export const instant = customType<{ data: string; driverData: string | Date }>({
  dataType: () => 'timestamp (3) with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
  toDriver: (value) => value,
});

/** Real time as a JavaScript Date: what better-auth reads and writes. */
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Primary key: uuidv7, so that order of ids is order of creation. */
export const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`);

/** Every row but identity carries its organisation; row-level security filters by it. */
export const orgId = () => uuid().notNull();

/** Integer minor units. */
export const minor = () => bigint({ mode: 'number' });

/** Real time of writing; domain time is written explicitly as `at`. */
export const recordedAt = () =>
  instant()
    .notNull()
    .default(sql`now()`);
