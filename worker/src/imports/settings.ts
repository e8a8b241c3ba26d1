/** Share of an import's progress after which its file has been read and the ledger is written. */
export const STAGE_SHARE = 0.5;

/** Milliseconds one statement of an import may take. */
export const READING_TIMEOUT_MS = 60_000;

/** More of the lines of a list of open items than this rejected, beside one, and it closes nothing: it is refused. */
export const MOST_REJECTED_SHARE = 0.05;
