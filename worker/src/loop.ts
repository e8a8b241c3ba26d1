export interface Loop {
  /** Ends the rest, but not within the least rest after a round. */
  wake(): void;
  /** Resolves when the round under way is over. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** Does one round and returns the milliseconds to rest. */
  round: () => Promise<number>;
  /** Told of a round that threw; returns the milliseconds to rest. */
  failed: (error: unknown) => number;
  leastRestMs?: number;
}

/** Runs rounds one after the other until stopped; a round that throws is reported and tried again. */
export function startLoop({ round, failed, leastRestMs = 0 }: LoopOptions): Loop {
  const end = new AbortController();
  const { signal } = end;
  let interrupt: () => void = () => undefined;
  let woken = false;
  const rest = async (ms: number): Promise<void> => {
    const least = Math.min(ms, leastRestMs);
    await pauseUntil(least, (resume) => {
      interrupt = () => signal.aborted && resume();
    });
    if (signal.aborted || woken || ms <= least) return;
    await pauseUntil(ms - least, (resume) => {
      interrupt = resume;
    });
  };
  const running = (async () => {
    while (!signal.aborted) {
      woken = false;
      await rest(await round().catch(failed));
    }
  })();
  return {
    wake() {
      woken = true;
      interrupt();
    },
    stop() {
      end.abort();
      interrupt();
      return running;
    },
  };
}

function pauseUntil(ms: number, offer: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    offer(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
