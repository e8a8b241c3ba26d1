import { startEnvironment } from '../setup/environment.ts';
import { chaos } from './chaos.ts';
import { engine } from './engine.ts';
import { enrolments } from './enrolments.ts';
import { history } from './history.ts';
import { imports } from './imports.ts';
import { memory } from './memory.ts';
import type { Row } from './row.ts';
import { start } from './start.ts';
import { wakes } from './wakes.ts';
import { week } from './week.ts';

/** `npm run bench` measures all, `npm run bench -- wakes engine` these; prints one JSON array of rows. */
const MEASURES: Record<string, () => Promise<Row[]>> = {
  engine,
  enrolments,
  wakes,
  history,
  week,
  imports,
  memory,
  start,
  chaos,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in MEASURES));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(', ')}. There is: ${Object.keys(MEASURES).join(', ')}.`);
  process.exit(1);
}

const environment = await startEnvironment();
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(MEASURES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.error(`${name} …`);
    rows.push(...(await measure()));
  }
} finally {
  await environment.stop();
}
console.log(JSON.stringify(rows, null, 2));
