import { expect, test } from 'vitest';
import { matches } from './install.mjs';

const one = { version: '1.0.0', integrity: 'sha512-one' };

test('the dependencies are there when each is installed in the version of the lock', () => {
  const locked = { '': {}, db: { version: '0.1.0' }, 'node_modules/one': one };
  expect(matches(locked, { 'node_modules/one': one })).toBe(true);
  expect(matches(locked, {})).toBe(false);
  expect(matches(locked, { 'node_modules/one': { ...one, version: '0.9.0' } })).toBe(false);
});

test('binaries of other platforms are not missed', () => {
  const locked = { 'node_modules/one-win32': { ...one, optional: true } };
  expect(matches(locked, {})).toBe(true);
});
