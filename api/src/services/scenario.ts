import type { z } from 'zod';
import { compile } from '@relance/workflows/compile';
import { lint, STANDARD_TEXTS, type Finding } from '@relance/workflows/lint';
import { planHash } from '@relance/workflows/plan';
import type { Tx } from '@relance/db';
import {
  findScenario,
  insertScenario,
  lockScenario,
  nowOf,
  publishVersion,
  readScenarios,
  updateScenario,
  type ScenarioDraft,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import { listFrom } from '../schemas/list.ts';
import type * as schemas from '../schemas/scenario.ts';
import { findingOf } from './finding.ts';

export function listScenarios(
  { caller, work }: Allowed,
  page: z.infer<typeof schemas.scenarioList>,
): Promise<z.infer<typeof schemas.scenarios>> {
  return work(async (tx) => {
    const { items, nextCursor } = listFrom(await readScenarios(tx, caller.organisationId, page), page);
    return {
      items: items.map(({ graph, ...row }) => ({
        ...row,
        findings: countFindings(lint(graph, STANDARD_TEXTS)),
        steps: graph.nodes.map(({ type }) => ({ type })),
      })),
      nextCursor,
    };
  });
}

export async function getScenario(
  { caller, work }: Allowed,
  { id }: z.infer<typeof schemas.scenarioGet>,
): Promise<z.infer<typeof schemas.scenario>> {
  const row = await work((tx) => findScenario(tx, caller.organisationId, id));
  if (!row) throw notFound('scenario');
  return row;
}

export function createScenario(
  { caller, work }: Allowed,
  { name, graph }: z.infer<typeof schemas.scenarioCreate>,
): Promise<z.infer<typeof schemas.scenarioCreated>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const at = await nowOf(tx, organisationId);
    const created = await insertScenario(tx, organisationId, { name, graph, actor, at });
    return { ...created, findings: lint(graph, STANDARD_TEXTS).map(findingOf) };
  });
}

export function saveDraft(
  { caller, work }: Allowed,
  { id, rev, graph }: z.infer<typeof schemas.draftSave>,
): Promise<z.infer<typeof schemas.draftSaved>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    await lockDraft(tx, organisationId, { id, rev });
    const at = await nowOf(tx, organisationId);
    const saved = await updateScenario(tx, organisationId, { id, graph, actor, at });
    return { rev: saved, findings: lint(graph, STANDARD_TEXTS).map(findingOf) };
  });
}

export function renameScenario(
  { caller, work }: Allowed,
  { id, rev, name }: z.infer<typeof schemas.rename>,
): Promise<z.infer<typeof schemas.renamed>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    await lockDraft(tx, organisationId, { id, rev });
    const at = await nowOf(tx, organisationId);
    return { id, name, rev: await updateScenario(tx, organisationId, { id, name, actor, at }) };
  });
}

export function publishScenario(
  { caller, work }: Allowed,
  { id, rev }: z.infer<typeof schemas.publish>,
): Promise<z.infer<typeof schemas.published>> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const { graph } = await lockDraft(tx, organisationId, { id, rev });
    const { plan, findings } = compile(graph, STANDARD_TEXTS);
    if (!plan) {
      throw refused('has-errors', 'The scenario has errors; mend them before publishing.', {
        findings: findings.map(findingOf),
      });
    }
    const at = await nowOf(tx, organisationId);
    const version = await publishVersion(tx, organisationId, {
      scenarioId: id,
      graph,
      plan,
      planHash: planHash(plan),
      actor,
      at,
    });
    return { version: version.version, planHash: version.planHash };
  });
}

async function lockDraft(
  tx: Tx,
  organisationId: string,
  { id, rev }: { id: string; rev: number },
): Promise<ScenarioDraft> {
  const draft = await lockScenario(tx, organisationId, id);
  if (!draft) throw notFound('scenario');
  if (draft.rev !== rev) {
    throw conflict('stale-rev', 'Somebody else has changed this scenario since you read it.', {
      current: { rev: draft.rev, name: draft.name, graph: draft.graph },
    });
  }
  return draft;
}

function countFindings(findings: readonly Finding[]): { error: number; warning: number; info: number } {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) count[severity] += 1;
  return count;
}
