import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCounts } from './vitest-counts.mjs';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-counts-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function counts(result: object, passed: boolean) {
  const file = path.join(folder, 'report.json');
  const none = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  await writeFile(file, JSON.stringify({ ...none, ...result }));
  return readCounts(file, passed);
}

test('counts each test once', async () => {
  const result = { numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
  expect(await counts(result, false)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('a file that does not load is a failure', async () => {
  const testResults = [{ status: 'failed', assertionResults: [] }];
  expect(await counts({ numPassedTests: 3, testResults }, false)).toEqual({ passed: 3, failed: 1, skipped: 0 });
});

test('a run that ends badly is never without a failure', async () => {
  expect(await counts({ numPassedTests: 3 }, false)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  expect(await readCounts(path.join(folder, 'missing.json'), false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
