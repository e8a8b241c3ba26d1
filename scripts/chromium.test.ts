import { expect, test } from 'vitest';
import { findChromium } from './chromium.ts';

const runs = process.execPath;
const failing = (name: string, reason: string) => ({ name, fetch: () => Promise.reject(new Error(reason)) });

test('prefers the named browser, then an installed one, then the first that can be fetched', async () => {
  const fetchers = [failing('download', 'no network'), { name: 'package', fetch: async () => runs }];
  expect(await findChromium({ env: { RELANCE_CHROMIUM: runs }, installed: [], fetchers: [] })).toBe(runs);
  expect(await findChromium({ env: {}, installed: ['/nowhere', runs], fetchers: [] })).toBe(runs);
  expect(await findChromium({ env: {}, installed: ['/nowhere'], fetchers })).toBe(runs);
});

test('does not go on with another one when the named browser is wrong', async () => {
  const env = { RELANCE_CHROMIUM: '/nowhere' };
  await expect(findChromium({ env, installed: [runs] })).rejects.toThrow('RELANCE_CHROMIUM (/nowhere) does not run.');
});

test('names each route and its reason when none can be had', async () => {
  const fetchers = [
    failing("Playwright's download", 'no network'),
    failing("Debian's package", 'only root may install it'),
  ];
  await expect(findChromium({ env: {}, installed: [], fetchers })).rejects.toThrow(
    /Tried:\n {2}- Playwright's download: no network\n {2}- Debian's package: only root may install it/,
  );
});
