const TRANSIENT = new Set(['40P01', '40001', '55P03']);
const AWAY = new Set([
  '57P01', // going down on order
  '57P02', // going down after a crash
  '57P03', // starting up
  '57P05', // its idle sessions are ended
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '25006', // a standby that takes no writes: its primary is being replaced
  '53100', // disk full
  '53200', // out of memory
  '53300', // too many connections
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** The SQLSTATE (or socket error code) at the bottom of an error, whatever wrapped it. */
export function errorCode(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code } = at as Error & { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return null;
}

/** Deadlock, serialisation failure or lock time-out: the same transaction may succeed if tried again. */
export function isTransient(error: unknown): boolean {
  const code = errorCode(error);
  return code !== null && TRANSIENT.has(code);
}

const AWAY_WORDS = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
];

/** PostgreSQL cannot be reached or is going down: nothing is known of the transaction's fate but that waiting may help. */
export function isDatabaseAway(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== null) return AWAY.has(code);
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { message } = at;
    if (AWAY_WORDS.some((word) => message.includes(word))) return true;
  }
  return false;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
