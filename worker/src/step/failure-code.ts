import { errorCode, isDatabaseAway, isTransient } from '@relance/db';

const STATEMENT_TIMEOUT = '57014';

/** Whether the same work may simply be done later: the database is away, or too busy for it just now. */
export function isPassing(error: unknown): boolean {
  return isDatabaseAway(error) || isTransient(error) || errorCode(error) === STATEMENT_TIMEOUT;
}

/** What may be known of an error outside the log: a code, never a driver's message, which may quote rows. */
export function failureCode(error: unknown): string {
  if (isDatabaseAway(error)) return 'database-away';
  if (isPassing(error)) return 'database-busy';
  const code = errorCode(error);
  return code !== null && /^[0-9A-Z]{5}$/.test(code) ? `database-${code}` : 'failed';
}
