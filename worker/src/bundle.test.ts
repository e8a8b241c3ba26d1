import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workflowBundle } from './bundle.ts';

let folder: string;
let code: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-bundle-'));
  code = await readFile(await workflowBundle(folder), 'utf8');
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the workflow bundle', () => {
  test.each(['zod', 'drizzle-orm', 'react', 'date-holidays', 'temporal-polyfill', '@noble', 'pg', '@relance/db'])(
    'holds no %s',
    (name) => {
      expect(code).not.toContain(`node_modules/${name}/`);
    },
  );

  test('holds the four shells and nothing of the engine', () => {
    const ours = [...new Set(code.match(/"\.\/workflows\/src\/[^"]+\.ts"/g))].map((quoted) => quoted.slice(17, -1));
    expect(ours.toSorted()).toEqual([
      'contract/names.ts',
      'runtime/debtor.ts',
      'runtime/enrolment.ts',
      'runtime/import.ts',
      'runtime/index.ts',
      'runtime/organisation.ts',
      'runtime/pokes.ts',
      'runtime/profiles.ts',
    ]);
  });

  test('is built once for the same sources', async () => {
    const before = await readdir(folder);
    await workflowBundle(folder);
    expect(await readdir(folder)).toEqual(before);
  });
});
