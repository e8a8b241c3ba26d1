/** A number of days as a config may hold it; `sign` −1 counts back. */
export interface Days {
  amount: number;
  unit: 'day' | 'business-day';
  sign: 1 | -1;
}

export interface Wait {
  delay: Days;
  anchor: string | { answerBy: string } | null;
}

/** Reads a delay out of a config that may be half filled in; null when it says none. */
export function readDelay(value: unknown, sign: Days['sign'] = 1): Days | null {
  if (!isRecord(value)) return null;
  const { amount, unit } = value;
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return null;
  return unit === 'day' || unit === 'business-day' ? { amount, unit, sign } : null;
}

/** What a wait counts and from when; an anchor that no day is known for is null. */
export function readWait(config: Record<string, unknown>): Wait | null {
  const delay = readDelay(config, config['direction'] === 'before' ? -1 : 1);
  if (delay === null) return null;
  const { anchor } = config;
  if (typeof anchor === 'string') return { delay, anchor };
  return {
    delay,
    anchor: isRecord(anchor) && typeof anchor['answerBy'] === 'string' ? { answerBy: anchor['answerBy'] } : null,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
