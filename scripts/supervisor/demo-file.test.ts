import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDemo, writeDemoFile } from './demo-file.ts';

let folder: string;
const demo = { apiKey: 'key', accounts: [{ email: 'a@example.org', password: 'secret', role: 'manager' }] };

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-demo-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('joins what the seed wrote with the address, for its owner alone', async () => {
  await writeFile(path.join(folder, 'demo-seed.json'), JSON.stringify(demo));
  expect(await readDemo(folder)).toEqual(demo);
  await writeDemoFile(folder, 'http://127.0.0.1:3000', demo);
  const file = path.join(folder, 'demo.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ url: 'http://127.0.0.1:3000', ...demo });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('is never seen half written', async () => {
  const file = path.join(folder, 'demo.json');
  const large = { ...demo, apiKey: 'k'.repeat(200_000) };
  await writeDemoFile(folder, 'http://127.0.0.1:3000', large);
  const read = async (): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
  for (let port = 3000; port < 3030; port++) {
    const write = writeDemoFile(folder, `http://127.0.0.1:${port}`, large);
    const seen = await Promise.all([read(), read(), read(), read(), write.then(read)]);
    expect(seen.at(-1)).toMatchObject({ url: `http://127.0.0.1:${port}` });
  }
  expect(await readdir(folder)).toEqual(['demo.json']);
});

test('knows that a store was not seeded here', async () => {
  expect(await readDemo(folder)).toBeNull();
});
