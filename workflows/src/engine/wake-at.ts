import { epochMs } from './instant.ts';
import type { State } from './state.ts';

/** The earliest deadline of a case: of a token, or the end of its hold (`tokenId` null). Ended or stopped: null. */
export function nextDeadline({
  tokens,
  held,
  outcome,
  incident,
}: State): { tokenId: number | null; at: string } | null {
  if (outcome !== null || incident !== null) return null;
  if (held !== null) return held.untilAt === null ? null : { tokenId: null, at: held.untilAt };
  let next: { tokenId: number; at: string } | null = null;
  for (const { id, deadline } of tokens) {
    if (deadline !== null && (next === null || epochMs(deadline) < epochMs(next.at)))
      next = { tokenId: id, at: deadline };
  }
  return next;
}

/** Instant at which a case goes on without an event; null: only an event wakes it. */
export function wakeAt(state: State): string | null {
  return nextDeadline(state)?.at ?? null;
}
