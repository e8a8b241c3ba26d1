import type { z } from 'zod';
import { findScenario, readStandingByNode } from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { notFound } from '../problem.ts';
import type * as scenarios from '../schemas/scenario.ts';
import type * as schemas from '../schemas/today.ts';
import { moneyOf } from './money.ts';

/** Where the live cases of a scenario stand on its drawing. */
export function readScenarioStanding(
  { caller, work }: Allowed,
  { id }: z.infer<typeof scenarios.scenarioGet>,
): Promise<z.infer<typeof schemas.standing>> {
  return work(async (tx) => {
    if (!(await findScenario(tx, caller.organisationId, id))) throw notFound('scenario');
    const rows = await readStandingByNode(tx, caller.organisationId, id);
    const nodeIds = [...new Set(rows.map(({ nodeId }) => nodeId))];
    return {
      nodes: nodeIds.map((nodeId) => {
        const mine = rows.filter((row) => row.nodeId === nodeId);
        return {
          nodeId,
          cases: mine.reduce((sum, { cases }) => sum + cases, 0),
          amounts: mine.map(({ amount, currency }) => moneyOf(amount, currency)),
        };
      }),
    };
  });
}
