import { inOrganisation } from '@relance/db';
import { pokeDue } from '@relance/db/queries';
import { clock } from '@relance/db/schema';
import { eq } from 'drizzle-orm';
import { waits } from '../drivers/drawings.ts';
import { enrol } from '../drivers/sandbox.ts';
import { openWorld } from '../drivers/world.ts';
import { freshDatabase } from '../setup/database.ts';
import { allStepped, makeOwing } from './cases.ts';
import { install, type Installation } from './installation.ts';
import { cpuOf } from './process-use.ts';
import { rounded, type Row } from './row.ts';

const CASES = 500;
const ROUNDS = 2;

/** Cases that all stand before a wait are poked when its time has come: each wakes, takes its step and waits again. */
export async function wakes(): Promise<Row[]> {
  const database = await freshDatabase();
  const world = await openWorld({ database });
  const installation = await install(database);
  try {
    const owing = await makeOwing(world, waits(ROUNDS + 1), CASES);
    const { organisationId } = owing.sandbox;
    await enrol(world, owing.sandbox, owing.version, owing.invoiceIds);
    await allStepped(world, owing, 1);
    const before = await cpuUsed(installation);
    const begun = performance.now();
    for (let round = 1; round <= ROUNDS; round += 1) {
      const at = `2026-03-0${2 + round}T08:00:00.000Z`;
      await inOrganisation(world.deps.app, organisationId, async (tx) => {
        await tx.update(clock).set({ anchorOrg: at }).where(eq(clock.orgId, organisationId));
        await pokeDue(tx, organisationId, at);
      });
      await allStepped(world, owing, 1 + round);
    }
    const seconds = (performance.now() - begun) / 1_000;
    const after = await cpuUsed(installation);
    const cpu = (part: 'temporal' | 'worker'): Row => ({
      name: `wakes: CPU of ${part} a wake`,
      value: rounded(((after[part] - before[part]) * 1_000) / (CASES * ROUNDS)),
      unit: 'ms',
      limit: LIMITS[part],
    });
    return [
      {
        name: 'wakes',
        value: rounded((CASES * ROUNDS) / seconds),
        unit: '1/s',
        limit: 'CPU',
      },
      cpu('temporal'),
      cpu('worker'),
    ];
  } finally {
    await installation.stop();
    await world.close();
  }
}

const LIMITS = {
  temporal: 'the server and its SQLite store; prototype 16',
  worker: 'Temporal’s SDK; prototype 8',
};

async function cpuUsed({ temporal, worker }: Installation): Promise<Record<'temporal' | 'worker', number>> {
  const [ofTemporal, ofWorker] = await Promise.all([cpuOf(temporal.pid()), cpuOf(worker.pid)]);
  return { temporal: ofTemporal, worker: ofWorker };
}
