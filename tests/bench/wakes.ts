import { inOrganisation } from '@relance/db';
import { pokeDue } from '@relance/db/queries';
import { clock } from '@relance/db/schema';
import { eq } from 'drizzle-orm';
import { waits } from '../drivers/drawings.ts';
import { enrol } from '../drivers/sandbox.ts';
import { openWorld } from '../drivers/world.ts';
import { freshDatabase } from '../setup/database.ts';
import { allStepped, makeOwing } from './cases.ts';
import { install } from './installation.ts';
import { rounded, type Row } from './row.ts';

const CASES = 500;
const ROUNDS = 4;

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
    return [
      {
        name: 'wakes',
        value: rounded((CASES * ROUNDS) / seconds),
        unit: '1/s',
        limit: 'CPU, shared equally by Temporal’s server, the worker and Temporal’s SQL',
      },
    ];
  } finally {
    await installation.stop();
    await world.close();
  }
}
