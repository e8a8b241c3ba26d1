export interface AwayDelay {
  /** Milliseconds until the database may be asked again. */
  next(): number;
  /** It answers. */
  back(): void;
}

/** As long as the database has been away, at least `firstMs` and at most ten times that: a delay that doubles each time. */
export function awayDelay(firstMs: number, now: () => number = Date.now): AwayDelay {
  let since: number | null = null;
  return {
    next() {
      since ??= now();
      return Math.min(Math.max(now() - since, firstMs), firstMs * 10);
    },
    back() {
      since = null;
    },
  };
}
