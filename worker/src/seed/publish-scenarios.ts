import { inOrganisation, type Database } from '@relance/db';
import { insertScenario, nowOf, publishVersion } from '@relance/db/queries';
import type { Story } from '@relance/db/seed';
import { compile } from '@relance/workflows/compile';
import { STANDARD_TEXTS } from '@relance/workflows/lint';
import { planHash } from '@relance/workflows/plan';
import { firmScenario, smallBalanceScenario } from '@relance/workflows/scenario';

export type PublishedScenarios = Record<Story['scenario'], { scenarioId: string; versionId: string }>;

const ACTOR = 'system';

/** The two reference scenarios that the demo works by. */
export async function publishScenarios(app: Database, organisationId: string): Promise<PublishedScenarios> {
  const publish = async (name: string, graph: ReturnType<typeof firmScenario>) => {
    const { plan, findings } = compile(graph, STANDARD_TEXTS);
    if (!plan) throw new Error(`the scenario ${name} has findings: ${JSON.stringify(findings)}`);
    return inOrganisation(app, organisationId, async (tx) => {
      const at = await nowOf(tx, organisationId);
      const { id: scenarioId } = await insertScenario(tx, organisationId, { name, graph, actor: ACTOR, at });
      const writing = { scenarioId, graph, plan, planHash: planHash(plan), actor: ACTOR, at };
      const { versionId } = await publishVersion(tx, organisationId, writing);
      return { scenarioId, versionId };
    });
  };
  return {
    firm: await publish('Ferme', firmScenario()),
    'small-balance': await publish('Petits soldes', smallBalanceScenario()),
  };
}
