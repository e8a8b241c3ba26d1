import type { Graph } from '@relance/workflows/scenario';
import type { Plan } from '@relance/workflows/plan';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { scenario, scenarioVersion } from '../schema/index.ts';
import { appendAudit } from './audit.ts';

interface Writing {
  actor: string;
  /** Organisation's time. */
  at: string;
}

export async function insertScenario(
  tx: Tx,
  organisationId: string,
  { name, graph, actor, at }: Writing & { name: string; graph: Graph },
): Promise<{ id: string; rev: number }> {
  const [row] = await tx
    .insert(scenario)
    .values({ orgId: organisationId, name, graph, updatedAt: at, updatedBy: actor })
    .returning({ id: scenario.id, rev: scenario.rev });
  if (!row) throw new Error('a scenario was not inserted');
  await appendAudit(tx, organisationId, [{ at, actor, kind: 'scenario-created', ref: row.id }]);
  return row;
}

export interface ScenarioDraft {
  id: string;
  name: string;
  rev: number;
  graph: Graph;
}

/** Reads the draft and keeps others from changing it until the transaction ends; undefined when there is none. */
export async function lockScenario(tx: Tx, organisationId: string, id: string): Promise<ScenarioDraft | undefined> {
  const [row] = await tx
    .select({ id: scenario.id, name: scenario.name, rev: scenario.rev, graph: scenario.graph })
    .from(scenario)
    .where(and(eq(scenario.orgId, organisationId), eq(scenario.id, id)))
    .for('no key update');
  return row;
}

/** Writes a locked draft and returns its new `rev`. */
export async function updateScenario(
  tx: Tx,
  organisationId: string,
  { id, actor, at, ...change }: Writing & { id: string; name?: string; graph?: Graph },
): Promise<number> {
  const [row] = await tx
    .update(scenario)
    .set({ ...change, rev: sql`${scenario.rev} + 1`, updatedAt: at, updatedBy: actor })
    .where(and(eq(scenario.orgId, organisationId), eq(scenario.id, id)))
    .returning({ rev: scenario.rev });
  if (!row) throw new Error(`scenario ${id} was not locked before it was written`);
  const kind = change.graph ? 'scenario-saved' : 'scenario-renamed';
  await appendAudit(tx, organisationId, [{ at, actor, kind, ref: id, data: { rev: row.rev } }]);
  return row.rev;
}

export interface PublishedVersion {
  versionId: string;
  version: number;
  planHash: string;
}

/**
 * Makes a locked scenario's draft an immutable version: scenario, plan and hash in one transaction. Publishing what the
 * last version already says gives that version.
 */
export async function publishVersion(
  tx: Tx,
  organisationId: string,
  request: Writing & { scenarioId: string; graph: Graph; plan: Plan; planHash: string },
): Promise<PublishedVersion> {
  const { scenarioId, graph, plan, planHash, actor, at } = request;
  const last = await latestVersion(tx, organisationId, scenarioId, graph);
  if (last?.planHash === planHash && last.sameGraph) return last;
  const version = (last?.version ?? 0) + 1;
  const [row] = await tx
    .insert(scenarioVersion)
    .values({ orgId: organisationId, scenarioId, version, graph, plan, planHash, publishedAt: at, publishedBy: actor })
    .returning({ versionId: scenarioVersion.id });
  if (!row) throw new Error('a version was not inserted');
  await appendAudit(tx, organisationId, [
    { at, actor, kind: 'scenario-published', ref: scenarioId, data: { version, planHash } },
  ]);
  return { ...row, version, planHash };
}

async function latestVersion(tx: Tx, organisationId: string, scenarioId: string, graph: Graph) {
  const [row] = await tx
    .select({
      versionId: scenarioVersion.id,
      version: scenarioVersion.version,
      planHash: scenarioVersion.planHash,
      sameGraph: sql<boolean>`${scenarioVersion.graph} = ${JSON.stringify(graph)}::jsonb`,
    })
    .from(scenarioVersion)
    .where(and(eq(scenarioVersion.orgId, organisationId), eq(scenarioVersion.scenarioId, scenarioId)))
    .orderBy(desc(scenarioVersion.version))
    .limit(1);
  return row;
}

export interface CurrentVersion {
  scenarioId: string;
  versionId: string | null;
}

/** The version that new enrolments follow; `versionId` null while unpublished, undefined when there is no scenario. */
export async function currentVersion(tx: Tx, organisationId: string, id: string): Promise<CurrentVersion | undefined> {
  const [row] = await tx
    .select({ scenarioId: scenario.id, versionId: scenarioVersion.id })
    .from(scenario)
    .leftJoin(scenarioVersion, eq(scenarioVersion.scenarioId, scenario.id))
    .where(and(eq(scenario.orgId, organisationId), eq(scenario.id, id)))
    .orderBy(desc(scenarioVersion.version))
    .limit(1);
  return row;
}

/** The versions that new cases of these scenarios follow, with their plans, by the scenario's id. */
export async function currentPlans(
  tx: Tx,
  organisationId: string,
  scenarioIds: readonly string[],
): Promise<Map<string, { versionId: string; plan: Plan }>> {
  if (scenarioIds.length === 0) return new Map();
  const rows = await tx
    .selectDistinctOn([scenarioVersion.scenarioId], {
      scenarioId: scenarioVersion.scenarioId,
      versionId: scenarioVersion.id,
      plan: scenarioVersion.plan,
    })
    .from(scenarioVersion)
    .where(and(eq(scenarioVersion.orgId, organisationId), inArray(scenarioVersion.scenarioId, [...scenarioIds])))
    .orderBy(scenarioVersion.scenarioId, desc(scenarioVersion.version));
  return new Map(rows.map(({ scenarioId, ...version }) => [scenarioId, version]));
}
