import { waits } from '../drivers/drawings.ts';
import { openWorld } from '../drivers/world.ts';
import { freshDatabase } from '../setup/database.ts';
import { allStepped, makeOwing } from './cases.ts';
import { install } from './installation.ts';
import { rounded, type Row } from './row.ts';

const CASES = 500;

/** One REST call enrols five hundred invoices; each gets a run of its own in Temporal, which takes its first step. */
export async function enrolments(): Promise<Row[]> {
  const database = await freshDatabase();
  const world = await openWorld({ database });
  const installation = await install(database);
  try {
    const owing = await makeOwing(world, waits(1), CASES);
    const key = await installation.keyOf(owing.sandbox.organisationId);
    const { scenarioId } = owing.version;
    const begun = performance.now();
    await installation.call(key, 'POST', '/enrolments', { scenarioId, invoiceIds: owing.invoiceIds });
    const accepted = performance.now();
    await allStepped(world, owing, 1);
    const running = performance.now();
    return [
      {
        name: 'enrolments: accepted by one call',
        value: rounded((CASES * 1_000) / (accepted - begun)),
        unit: '1/s',
        limit: 'one transaction of set-based SQL',
      },
      {
        name: 'enrolments: running, first step taken',
        value: rounded((CASES * 1_000) / (running - begun)),
        unit: '1/s',
        limit: 'CPU: starting a run in Temporal’s server and in the worker',
      },
    ];
  } finally {
    await installation.stop();
    await world.close();
  }
}
