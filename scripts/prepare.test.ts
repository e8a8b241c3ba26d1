import { readFile } from 'node:fs/promises';
import os from 'node:os';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadEnvironment } from './prepare.mjs';

const VARIABLES = ['TURBO_TELEMETRY_DISABLED', 'BETTER_AUTH_TELEMETRY', 'DO_NOT_TRACK'];

beforeEach(() => {
  for (const name of VARIABLES) vi.stubEnv(name, undefined);
});
afterEach(() => vi.unstubAllEnvs());

test('no tool that we start reports home', () => {
  loadEnvironment(os.tmpdir());
  expect(VARIABLES.map((name) => process.env[name])).toEqual(['1', '0', '1']);
});

test('nor does the one that people start by its own script', async () => {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
  const runs = Object.values(scripts).filter((script) => /\bturbo\b/.test(script));
  expect(runs).not.toEqual([]);
  for (const script of runs) expect(script).toContain('TURBO_TELEMETRY_DISABLED=1');
});
