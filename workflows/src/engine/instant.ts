/** Milliseconds since the epoch of an ISO 8601 instant: instants are compared as numbers, never as texts. */
export function epochMs(instant: string): number {
  return Date.parse(instant);
}

/** ISO 8601 in UTC with milliseconds. */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** Whether `instant` is at or before `now`. */
export function isPast(instant: string, now: string): boolean {
  return epochMs(instant) <= epochMs(now);
}

/** The earlier of two instants. */
export function earlier(a: string, b: string): string {
  return epochMs(a) <= epochMs(b) ? a : b;
}

/** The later of two instants. */
export function later(a: string, b: string): string {
  return epochMs(a) >= epochMs(b) ? a : b;
}
