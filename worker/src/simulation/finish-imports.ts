import { setTimeout as sleep } from 'node:timers/promises';
import type { Deps } from '../deps.ts';
import { stepImport } from '../imports/index.ts';

/** Reads files as their workflow does; whoever is killed here leaves them to it. */
export async function finishImports(deps: Deps, organisationId: string, importIds: readonly string[]): Promise<void> {
  for (const id of importIds) {
    for (;;) {
      const { done, wakeInMs } = await stepImport(deps, organisationId, id, null);
      if (done) break;
      if (wakeInMs) await sleep(wakeInMs);
    }
  }
}
