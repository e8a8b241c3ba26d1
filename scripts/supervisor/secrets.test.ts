import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSecrets } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-secrets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('secrets are made once and long enough for the programs that ask for them', async () => {
  const secrets = await readSecrets(folder);
  expect(Math.min(secrets.auth.length, secrets.mail.length)).toBeGreaterThanOrEqual(32);
  expect(await readSecrets(folder)).toEqual(secrets);
});

test('a store from before mail servers had passwords keeps its secrets and gets the one it lacks, once', async () => {
  const { mail: _, ...old } = await readSecrets(folder);
  const file = path.join(folder, 'secrets.json');
  await writeFile(file, JSON.stringify(old));
  const completed = await readSecrets(folder);
  expect(completed).toEqual({ ...old, mail: completed.mail });
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(completed);
  expect(await readSecrets(folder)).toEqual(completed);
});
