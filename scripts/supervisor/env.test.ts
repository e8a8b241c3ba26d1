import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

test('needs no variable at all', () => {
  expect(readEnv({}, '/checkout')).toEqual({
    dataDir: '/checkout/.relance',
    host: '127.0.0.1',
    port: 3000,
    origin: null,
    databaseUrl: null,
    temporal: { external: false, address: null },
    smtpUrl: null,
    mailKey: null,
  });
});

test('leaves Temporal to its own variables when one of them names a server', () => {
  expect(readEnv({ TEMPORAL_ADDRESS: 'engine:7233' }, '/').temporal).toEqual({
    external: true,
    address: 'engine:7233',
  });
  expect(readEnv({ TEMPORAL_PROFILE: 'cloud' }, '/').temporal).toEqual({ external: true, address: null });
});

test.each([
  [{ RELANCE_PORT: '70000' }, 'RELANCE_PORT must be a whole number from 1 to 65535, not "70000".'],
  [{ RELANCE_PORT: 'x' }, 'RELANCE_PORT must be a whole number from 1 to 65535, not "x".'],
  [{ RELANCE_ORIGIN: 'https://x/y' }, 'RELANCE_ORIGIN must be an address without path'],
  [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must be a URL like postgresql://'],
  [{ DATABASE_URL: 'postgresql://host' }, 'DATABASE_URL must name a database'],
  [{ SMTP_URL: 'mail' }, 'SMTP_URL must be a URL like smtp://'],
  [{ TEMPORAL_ADDRESS: 'http://x' }, 'TEMPORAL_ADDRESS must be host:port, not "http://x".'],
])('names what is wrong in one sentence: %j', (env, sentence) => {
  expect(() => readEnv(env, '/')).toThrow(sentence);
});

test('does not repeat a password', () => {
  expect(() => readEnv({ DATABASE_URL: 'postgresql://me:secret@host' }, '/')).toThrow(/^(?!.*secret)/);
});
