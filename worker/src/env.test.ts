import { describe, expect, test } from 'vitest';
import { readEnv } from './env.ts';

const complete = {
  RELANCE_DB_APP_URL: 'postgres://app:x@127.0.0.1:5432/relance',
  RELANCE_DB_SYSTEM_URL: 'postgres://system:x@127.0.0.1:5432/relance',
  RELANCE_DATA_DIR: '/tmp/relance',
  RELANCE_MAIL_KEY: 'x'.repeat(32),
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  TEMPORAL_NAMESPACE: 'relance-abc',
};

describe('the variables of the worker', () => {
  test('are read', () => {
    expect(readEnv(complete)).toMatchObject({
      appUrl: complete.RELANCE_DB_APP_URL,
      smtpUrl: null,
      workflowTaskTimeoutMs: 5_000,
      awayMs: 30_000,
      temporal: { connection: { address: '127.0.0.1:7233' }, namespace: 'relance-abc' },
    });
  });

  test.each([
    ['RELANCE_DB_APP_URL', undefined, 'RELANCE_DB_APP_URL is not set.'],
    ['RELANCE_DB_SYSTEM_URL', 'mysql://x', 'RELANCE_DB_SYSTEM_URL must be a PostgreSQL URL.'],
    ['RELANCE_DATA_DIR', undefined, 'RELANCE_DATA_DIR is not set.'],
    ['RELANCE_MAIL_KEY', undefined, 'RELANCE_MAIL_KEY is not set.'],
    ['RELANCE_MAIL_KEY', 'short', 'RELANCE_MAIL_KEY must be at least 32 characters.'],
    ['SMTP_URL', 'nonsense', 'SMTP_URL must be an SMTP URL.'],
    ['TEMPORAL_ADDRESS', undefined, 'TEMPORAL_ADDRESS is not set.'],
    ['RELANCE_AWAY_MS', 'soon', 'RELANCE_AWAY_MS must be a number of milliseconds.'],
  ])('%s = %s is refused by one sentence', (name, value, sentence) => {
    expect(() => readEnv({ ...complete, [name]: value })).toThrow(sentence);
  });
});
