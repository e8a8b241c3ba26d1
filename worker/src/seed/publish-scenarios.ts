import { inOrganisation, type Database } from '@relance/db';
import { insertScenario, nowOf, publishVersion } from '@relance/db/queries';
import { compile } from '@relance/workflows/compile';
import { STANDARD_TEXTS } from '@relance/workflows/lint';
import { planHash } from '@relance/workflows/plan';
import {
  consumerScenario,
  exportScenario,
  firmScenario,
  keyAccountScenario,
  preventiveScenario,
  publicBuyerScenario,
  smallBalanceScenario,
  softScenario,
  type Graph,
} from '@relance/workflows/scenario';

const ACTOR = 'system';

const PUBLISHED = {
  preventive: ['Préventif', preventiveScenario],
  firm: ['Ferme', firmScenario],
  'key-account': ['Grand compte', keyAccountScenario],
  'small-balance': ['Petits soldes', smallBalanceScenario],
  'public-buyer': ['Acheteur public', publicBuyerScenario],
  consumer: ['Particulier', consumerScenario],
  export: ['Export', exportScenario],
} as const satisfies Record<string, readonly [name: string, draw: () => Graph]>;

export type ScenarioKey = keyof typeof PUBLISHED;
export type PublishedScenarios = Record<ScenarioKey, { scenarioId: string; versionId: string }>;

/** The seven reference scenarios that the demo works by, and the soft one as a draft that is to be mended. */
export async function publishScenarios(app: Database, organisationId: string): Promise<PublishedScenarios> {
  const published = await inOrganisation(app, organisationId, async (tx) => {
    const at = await nowOf(tx, organisationId);
    await insertScenario(tx, organisationId, { name: 'Douce', graph: softScenario(), actor: ACTOR, at });
    const entries: [string, { scenarioId: string; versionId: string }][] = [];
    for (const [key, [name, draw]] of Object.entries(PUBLISHED)) {
      const graph = draw();
      const { plan, findings } = compile(graph, STANDARD_TEXTS);
      if (!plan) throw new Error(`the scenario ${name} has findings: ${JSON.stringify(findings)}`);
      const { id: scenarioId } = await insertScenario(tx, organisationId, { name, graph, actor: ACTOR, at });
      const writing = { scenarioId, graph, plan, planHash: planHash(plan), actor: ACTOR, at };
      const { versionId } = await publishVersion(tx, organisationId, writing);
      entries.push([key, { scenarioId, versionId }]);
    }
    return entries;
  });
  return Object.fromEntries(published) as PublishedScenarios;
}
