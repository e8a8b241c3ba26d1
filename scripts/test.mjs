import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { checkNode, loadEnvironment } from './prepare.mjs';
import { CHECKS, report, runStage } from './stages.mjs';
import { count, readCounts } from './vitest-counts.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

checkNode();
loadEnvironment(checkout);
await install(checkout);
const { register } = await import('tsx/esm/api');
register();
const { prepareTests } = await import('./prepare-tests.ts');

/** Real tests in the order of what they need: nothing, servers, servers that are killed, a browser. */
const SUITES = [
  { name: 'unit', projects: ['unit', 'designer'] },
  { name: 'flow', projects: ['flow'] },
  { name: 'chaos', projects: ['chaos'] },
  { name: 'browser', projects: ['e2e'] },
];

const started = performance.now();
const reports = await mkdtemp(path.join(os.tmpdir(), 'relance-reports-'));
const total = { passed: 0, failed: 0, skipped: 0 };
try {
  for (const { name, reason } of await prepareTests(checkout)) {
    console.log(`  FAILED  ${name}: ${reason}`);
    count(total, { passed: 0, failed: 1, skipped: 0 });
  }
  for (const check of CHECKS) {
    const outcome = await runStage(checkout, check, { show: false });
    report(outcome);
    count(total, { passed: Number(outcome.passed), failed: Number(!outcome.passed), skipped: 0 });
  }
  for (const { name, projects } of SUITES) {
    console.log(`\n${name}`);
    const file = path.join(reports, `${name}.json`);
    const selected = projects.flatMap((project) => ['--project', project]);
    const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const command = ['vitest', 'run', ...selected, ...output];
    const outcome = await runStage(checkout, { name, command }, { show: true });
    report(outcome);
    count(total, await readCounts(file, outcome.passed));
  }
} finally {
  await rm(reports, { recursive: true, force: true });
}
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(`\n${total.skipped} skipped, ${minutes} min`);
console.log(`${total.passed} passed, ${total.failed} failed`);
// Not process.exit: the last line must reach a slow reader.
process.exitCode = total.failed === 0 ? 0 : 1;
