import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';
import { checkNode, loadEnvironment } from './prepare.mjs';
import { CHECKS, report, runStage } from './stages.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

checkNode();
loadEnvironment(checkout);
await install(checkout);
const outcomes = await Promise.all(
  CHECKS.map(async (stage) => {
    const outcome = await runStage(checkout, stage, { show: false });
    report(outcome);
    return outcome;
  }),
);
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1;
