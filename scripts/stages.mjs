import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command  the first word is one of the tools in node_modules/.bin
 * @typedef {{ name: string, passed: boolean, seconds: number, output: string }} Outcome
 */

const TURBO = ['run', 'types', 'types:root', '--continue=always', '--output-logs=errors-only', '--ui=stream'];

/** What needs no server: types, lint, unused, format. */
export const CHECKS = /** @type {Stage[]} */ ([
  { name: 'types', command: ['turbo', ...TURBO] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--quiet'] },
  { name: 'unused', command: ['knip', '--no-progress'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
]);

/**
 * Runs a stage to its end; its output is shown as it comes, or kept for later.
 * @param {string} checkout
 * @param {Stage} stage
 * @param {{ show: boolean, env?: Record<string, string> }} how
 * @returns {Promise<Outcome>}
 */
export async function runStage(checkout, { name, command }, { show, env = {} }) {
  const started = performance.now();
  const [tool = '', ...args] = command;
  const child = spawn(path.join(checkout, 'node_modules', '.bin', tool), args, {
    cwd: checkout,
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  const passed = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  return { name, passed, output, seconds: (performance.now() - started) / 1000 };
}

/**
 * One line for a stage, and what it complained about.
 * @param {Outcome} outcome
 */
export function report({ name, passed, seconds, output }) {
  console.log(`  ${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(10)} ${seconds.toFixed(1)} s`);
  if (!passed && output) console.log(output.trimEnd().replaceAll(/^/gm, '    '));
}
