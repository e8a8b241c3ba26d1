import { inOrganisation } from '@relance/db';
import { readDueActs, readSimulation } from '@relance/db/queries';
import type { Deps } from '../deps.ts';
import { carryOut } from './carry-out.ts';

/**
 * What a demo's debtors, its ledger and its second collector do up to an instant, each at its own instant and in order.
 * Returns how many things have happened. Where nobody is simulated nothing does; outside sandboxes it throws.
 */
export async function simulate(deps: Deps, organisationId: string, at: string): Promise<number> {
  const found = await inOrganisation(deps.app, organisationId, async (tx) => {
    const simulation = await readSimulation(tx, organisationId);
    return simulation && { seed: simulation.seed, acts: await readDueActs(tx, organisationId, at) };
  });
  if (found === null) return 0;
  for (const act of found.acts) await carryOut(deps, organisationId, act, found.seed);
  return found.acts.length;
}
