import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['workflows/src', 'db/src', 'worker/src', 'api/src', 'designer/src'];

/** Who may know that debtors are simulated: they themselves, what founds a demo, and the one place that lets them act. */
const INITIATED = [
  /^worker\/src\/simulation\//,
  /^worker\/src\/seed\//,
  /^worker\/src\/sandbox\/step-organisation\.ts$/,
  /^db\/src\/seed\//,
  /^db\/src\/schema\//,
  /^db\/src\/queries\/(simulation|simulation-causes|index|demo-copy)\.ts$/,
  // the next thing that is due may be theirs
  /^db\/src\/queries\/quiescence\.ts$/,
  // the door by which a person plays a debtor, and the switch and the restart of the demo
  /^api\/src\/services\/(mailbox-play|demo)\.ts$/,
];

const NAMES =
  /simulated_act|simulated_debtor|simulatedAct|simulatedDebtor|readSimulation|planActs|\/simulation\/|simulation\.ts|from simulation\b/;

test('no other code knows that debtors are simulated', async () => {
  const files = (
    await Promise.all(
      SOURCES.map(async (folder) =>
        (await readdir(path.join(CHECKOUT, folder), { recursive: true })).map((name) => `${folder}/${name}`),
      ),
    )
  )
    .flat()
    .filter((name) => /\.tsx?$/.test(name) && !INITIATED.some((known) => known.test(name)));
  expect(files.length).toBeGreaterThan(500);
  const knowing: string[] = [];
  for (const name of files) if (NAMES.test(await readFile(path.join(CHECKOUT, name), 'utf8'))) knowing.push(name);
  expect(knowing).toEqual([]);
});

/** What simulated debtors, the ledger and the colleague may do to the world: what an ERP, a mail or a person does. */
const DOORS = new Set([
  // a payment, a file, a mail that came in
  'recordPayments',
  'createImport',
  'logReply',
  // a task that a collector ends, with all that the page's own ending brings
  'closeTask',
  'markDisputed',
  'addAddress',
  'noteAddressFound',
  'releaseAddressWaits',
  'resolveUnknownDelivery',
  'recordEvents',
  'appendAudit',
  // their own plans
  'planActs',
  'takeAct',
  'noteAct',
]);
const ASKS = /^(?:read|find|lock)[A-Z]|^calendarOf$/;

test('simulated debtors act only through the doors that real ones use', async () => {
  const folder = path.join(CHECKOUT, 'worker/src/simulation');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  expect(names.length).toBeGreaterThan(15);
  const other: string[] = [];
  for (const name of names) {
    const text = await readFile(path.join(folder, name), 'utf8');
    for (const [, type, list = '', from = ''] of text.matchAll(/import (type )?\{([^}]*)\} from '([^']+)'/g)) {
      if (/^drizzle-orm|\/schema$/.test(from)) other.push(`${name}: ${from}`);
      if (type !== undefined || from !== '@relance/db/queries') continue;
      const values = list.split(',').map((each) => each.trim());
      const acts = values.filter((each) => each !== '' && !each.startsWith('type ') && !ASKS.test(each));
      other.push(...acts.filter((act) => !DOORS.has(act)).map((act) => `${name}: ${act}`));
    }
    if (/\bsql`|\btx\.(?:insert|update|delete|execute)\(/.test(text)) other.push(`${name}: its own SQL`);
  }
  expect(other).toEqual([]);
});
