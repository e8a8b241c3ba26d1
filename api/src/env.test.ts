import { expect, test } from 'vitest';
import { readEnv } from './env.ts';

const whole = {
  RELANCE_DB_APP_URL: 'postgres://relance_app:x@127.0.0.1:1/relance',
  RELANCE_DB_SYSTEM_URL: 'postgres://relance_system:x@127.0.0.1:1/relance',
  RELANCE_DB_AUTH_URL: 'postgres://relance_auth:x@127.0.0.1:1/relance',
  RELANCE_HOST: '127.0.0.1',
  RELANCE_PORT: '4600',
  RELANCE_ORIGIN: 'http://127.0.0.1:4600',
  RELANCE_AUTH_SECRET: 'x'.repeat(32),
  RELANCE_MAIL_KEY: 'x'.repeat(32),
  RELANCE_DATA_DIR: '.relance',
};

test('reads what the supervisor gives', () => {
  expect(readEnv(whole)).toMatchObject({ port: 4600, origin: 'http://127.0.0.1:4600' });
});

test.each(Object.keys(whole))('%s must be set', (name) => {
  expect(() => readEnv({ ...whole, [name]: undefined })).toThrow(`${name} is not set.`);
});

test.each([
  ['RELANCE_ORIGIN', 'http://127.0.0.1:4600/app'],
  ['RELANCE_PORT', '70000'],
  ['RELANCE_AUTH_SECRET', 'short'],
  ['RELANCE_MAIL_KEY', 'short'],
  ['RELANCE_DB_APP_URL', 'somewhere'],
])('%s = %s is told as wrong', (name, value) => {
  expect(() => readEnv({ ...whole, [name]: value })).toThrow(new RegExp(`^${name} is wrong: it must be .+\\.$`));
});
