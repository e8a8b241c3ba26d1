import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { scenario, scenarioVersion } from '../schema/index.ts';
import { after, rowsOf, type ListPage } from './list-page.ts';

const COLUMNS = {
  id: scenario.id,
  name: scenario.name,
  rev: scenario.rev,
  graph: scenario.graph,
  updatedAt: scenario.updatedAt,
  updatedBy: scenario.updatedBy,
  publishedVersion: sql<
    number | null
  >`(select max(v.version) from scenario_version v where v.scenario_id = scenario.id)`,
};

/** Scenarios with what is live on them, newest first. */
export function readScenarios(tx: Tx, organisationId: string, page: ListPage) {
  return tx
    .select({
      ...COLUMNS,
      /** Whether the draft is another drawing than the version in use; true while none is. */
      draftDiffers: sql<boolean>`coalesce((
        select v.graph <> scenario.graph from scenario_version v
        where v.scenario_id = scenario.id order by v.version desc limit 1), true)`,
      liveCount: sql<number>`(
        select count(*)::int from enrolment e where e.scenario_id = scenario.id and e.status = 'live')`,
    })
    .from(scenario)
    .where(and(eq(scenario.orgId, organisationId), after(scenario.id, page)))
    .orderBy(desc(scenario.id))
    .limit(rowsOf(page));
}

export async function findScenario(tx: Tx, organisationId: string, id: string) {
  const [row] = await tx
    .select({ ...COLUMNS, publishedGraph: scenarioVersion.graph })
    .from(scenario)
    .leftJoin(scenarioVersion, eq(scenarioVersion.scenarioId, scenario.id))
    .where(and(eq(scenario.orgId, organisationId), eq(scenario.id, id)))
    .orderBy(desc(scenarioVersion.version))
    .limit(1);
  return row;
}

/** What scenarios are called, by their ids; one that does not exist has no name. */
export async function readScenarioNames(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: scenario.id, name: scenario.name })
    .from(scenario)
    .where(and(eq(scenario.orgId, organisationId), inArray(scenario.id, [...ids])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
