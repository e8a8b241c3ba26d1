/** Gives turns at most `perSecond` times a second, in the order they were asked for. */
export function rateLimit(perSecond: number, now: () => number = Date.now): () => Promise<void> {
  const gap = 1_000 / perSecond;
  let free = 0;
  return async () => {
    const turn = Math.max(free, now());
    free = turn + gap;
    const left = turn - now();
    if (left > 0) {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, left);
      });
    }
  };
}
