import { readFile } from 'node:fs/promises';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ status: string, assertionResults: unknown[] }} FileResult
 */

/**
 * Adds counts to a total.
 * @param {Counts} total
 * @param {Counts} more
 */
export function count(total, more) {
  total.passed += more.passed;
  total.failed += more.failed;
  total.skipped += more.skipped;
}

/**
 * What a run of vitest counted. A file that fails before its first test, and a run that fails without saying where,
 * count as one failure each: nothing that went wrong may be missing from the last line.
 * @param {string} file
 * @param {boolean} passed  whether vitest itself ended well
 * @returns {Promise<Counts>}
 */
export async function readCounts(file, passed) {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: passed ? 0 : 1, skipped: 0 };
  const result = JSON.parse(text);
  /** @type {FileResult[]} */
  const files = result.testResults;
  const broken = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const failed = result.numFailedTests + broken.length;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && !passed ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}
