/** Real time that a reservation has to be taken up by a delivery before it is looked at again. */
export const RESERVED_MS = 30_000;

/** How long after that a delivery which stood in a queue may still take it up; older texts are written anew. */
export const QUEUE_MS = 600_000;

/** A provider that does not say how long a call takes. */
const CALL_MS = 45_000;
const MARGIN_MS = 5_000;

/** Real time after which an attempt that was not ended is one whose fate is unknown. */
export function attemptLease(timeoutMs: number | undefined): number {
  return (timeoutMs ?? CALL_MS) + MARGIN_MS;
}

const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;

/** Real time until the next attempt after `attempts` passing failures. */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MS);
}
