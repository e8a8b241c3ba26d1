const MEGABYTE = 1024 * 1024;

export const BODY_LIMIT = MEGABYTE;
/** For files, which come in base64. */
export const IMPORT_BODY_LIMIT = 50 * MEGABYTE;

/** Requests of one key or address; generous: it keeps a loop gone wild from starving the others. */
export const REQUESTS = { max: 3_000, timeWindow: 10_000 };
