import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { workflowBundle } from '@relance/worker/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
let code: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'relance-test-bundle-'));
  code = await readFile(await workflowBundle(folder), 'utf8');
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The package or folder of each module, by the heading that the bundler writes over it. */
function partsOf(text: string): string[] {
  const headings = text.matchAll(/^ {2}!\*\*\* (\S+)(?: \(ignored\))? \*\*\*!$/gm);
  const parts = [...headings].map(
    ([, name = '']) => /^\.\/(?:node_modules\/(?:@[^/]+\/)?|\w+\/src\/)[^/]+/.exec(name)?.[0] ?? name,
  );
  return [...new Set(parts)].toSorted();
}

test('the workflow bundle holds Temporal’s own packages, the contract and the shells, and no Node built-in', () => {
  expect(partsOf(code)).toEqual([
    './node_modules/@temporalio/common',
    './node_modules/@temporalio/workflow',
    './node_modules/long',
    './node_modules/ms',
    './node_modules/nexus-rpc',
    './workflows/src/contract',
    './workflows/src/runtime',
    // left out on purpose: there is neither
    '__temporal_custom_failure_converter',
    '__temporal_custom_payload_converter',
  ]);
});
