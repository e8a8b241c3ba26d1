import { setTimeout as sleep } from 'node:timers/promises';
import { inOrganisation } from '@relance/db';
import { pokeDue, readQuiescence } from '@relance/db/queries';
import type { Deps } from '../deps.ts';
import type { Shift, Work } from './step-organisation.ts';

const LOOK_MS = 50;

/** Lets Temporal do everything that is due at an instant: pokes it and waits until nothing is left. */
export async function workByRuns(deps: Deps, organisationId: string, at: string, { until }: Shift): Promise<Work> {
  const steps = await inOrganisation(deps.app, organisationId, (tx) => pokeDue(tx, organisationId, at));
  do {
    const { quiescent } = await inOrganisation(deps.app, organisationId, (tx) =>
      readQuiescence(tx, organisationId, at),
    );
    if (quiescent) return { outcome: 'quiescent', steps };
    await sleep(LOOK_MS);
  } while (Date.now() < until);
  // a poke may have been lost: whoever comes next pokes again
  return { outcome: 'more', steps };
}
