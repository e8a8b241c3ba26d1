/** Share of an import's progress after which its file has been read and the ledger is written. */
export const STAGE_SHARE = 0.5;

/** Milliseconds one statement of an import may take. */
export const READING_TIMEOUT_MS = 60_000;
