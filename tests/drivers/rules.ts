import { inOrganisation } from '@relance/db';
import { demandAssignment, nowOf, readDay, saveAssignmentList, setAssignmentOn } from '@relance/db/queries';
import { compileRules, nextRun, type DrawnRule } from '@relance/workflows/assignment';
import type { Sandbox } from './sandbox.ts';
import type { World } from './world.ts';

/** What nobody has said otherwise about. */
export const NOWHERE: DrawnRule = { id: 'default', name: '', when: null, then: { kind: 'none' } };

/** Saves a list of rules; returns its version. */
export async function saveRules({ deps }: World, { organisationId }: Sandbox, rules: DrawnRule[]): Promise<number> {
  return inOrganisation(deps.app, organisationId, async (tx) =>
    saveAssignmentList(tx, organisationId, {
      rules: compileRules(rules),
      actor: 'user:1',
      at: await nowOf(tx, organisationId),
    }),
  );
}

export async function turnRules({ deps }: World, { organisationId }: Sandbox, on: boolean): Promise<void> {
  await inOrganisation(deps.app, organisationId, async (tx) => {
    const { now: at, timeZone } = await readDay(tx, organisationId);
    await setAssignmentOn(tx, organisationId, { nextAt: on ? nextRun(at, timeZone) : null, actor: 'user:1', at });
  });
}

/** Has the rules run as soon as somebody looks after the organisation. */
export async function askToAssign({ deps }: World, { organisationId }: Sandbox): Promise<void> {
  await inOrganisation(deps.app, organisationId, async (tx) =>
    demandAssignment(tx, organisationId, { at: await nowOf(tx, organisationId) }),
  );
}
