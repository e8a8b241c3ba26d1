import type { z } from 'zod';
import { compileRules, drawRules, lintRules, nextRun, NO_RULES, type DrawnRule } from '@relance/workflows/assignment';
import type { Tx } from '@relance/db';
import {
  currentPlans,
  demandAssignment,
  nowOf,
  readAssignment,
  readDay,
  readScenarioNames,
  saveAssignmentList,
  setAssignmentOn,
} from '@relance/db/queries';
import type { Allowed } from '../context.ts';
import { conflict, notFound, refused } from '../problem.ts';
import type * as schemas from '../schemas/assignment.ts';
import { isId } from '../schemas/id.ts';
import { findingOf } from './finding.ts';

type Assignment = z.infer<typeof schemas.assignment>;

export function getAssignment({ caller, work }: Allowed): Promise<Assignment> {
  return work((tx) => readShown(tx, caller.organisationId));
}

async function readShown(tx: Tx, organisationId: string): Promise<Assignment> {
  const { version, on, nextAt, ranAt, ranCount, rules } = await readAssignment(tx, organisationId);
  const now = await nowOf(tx, organisationId);
  return {
    version,
    on,
    nextAt,
    running: nextAt !== null && Date.parse(nextAt) <= Date.parse(now),
    lastRun: ranAt === null ? null : { at: ranAt, count: ranCount ?? 0 },
    rules: drawRules(rules ?? NO_RULES),
  };
}

/** Keeps a list as the next version. Nothing is put anywhere by that, and no live case moves. */
export function saveAssignment(
  { caller, work }: Allowed,
  { version, rules }: z.infer<typeof schemas.assignmentSave>,
): Promise<Assignment> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const before = await readAssignment(tx, organisationId, true);
    if (before.version !== version) {
      throw conflict('stale-version', 'Somebody else has changed the rules since you read them.', {
        current: { version: before.version, rules: drawRules(before.rules ?? NO_RULES) },
      });
    }
    await requireUsable(tx, organisationId, rules);
    const at = await nowOf(tx, organisationId);
    await saveAssignmentList(tx, organisationId, { rules: compileRules(rules), actor, at });
    return readShown(tx, organisationId);
  });
}

/** Refuses conditions that make no sense, and scenarios that are not there or not published. */
export async function requireUsable(tx: Tx, organisationId: string, rules: readonly DrawnRule[]): Promise<void> {
  const findings = lintRules(rules).filter(({ severity }) => severity === 'error');
  if (findings.length > 0) {
    const told = findings.map(findingOf);
    throw refused('has-errors', 'The rules have errors; mend them before saving.', {
      findings: told,
      errors: told.map(({ path = [], message }) => ({ path: ['rules', ...path].join('.'), message })),
    });
  }
  const named = rules.flatMap(({ then }, line) => (then.kind === 'scenario' ? [{ id: then.scenarioId, line }] : []));
  const ids = [...new Set(named.map(({ id }) => id))].filter(isId);
  const names = await readScenarioNames(tx, organisationId, ids);
  if (named.some(({ id }) => !names.has(id))) throw notFound('scenario');
  const plans = await currentPlans(tx, organisationId, ids);
  const unpublished = named.filter(({ id }) => !plans.has(id));
  if (unpublished.length === 0) return;
  throw refused('unpublished', 'Publish a scenario before the rules put invoices into it.', {
    errors: unpublished.map(({ line }) => ({ path: `rules.${line}.then.scenarioId`, message: 'is not published' })),
  });
}

/** Turns the rules on, from the next morning on, or off. */
export function setAssignment(
  { caller, work }: Allowed,
  { on }: z.infer<typeof schemas.assignmentSetOn>,
): Promise<Assignment> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const before = await readAssignment(tx, organisationId, true);
    if (before.on !== on) {
      const { now: at, timeZone } = await readDay(tx, organisationId);
      await setAssignmentOn(tx, organisationId, { nextAt: on ? nextRun(at, timeZone) : null, actor, at });
    }
    return readShown(tx, organisationId);
  });
}

/** Has the rules run once, now, whether or not they are on; the organisation's own run does it. */
export function runAssignment({ caller, work }: Allowed): Promise<Assignment> {
  const { organisationId, actor } = caller;
  return work(async (tx) => {
    const { version } = await readAssignment(tx, organisationId, true);
    if (version === 0) throw refused('no-rules', 'Save rules before they run.');
    await demandAssignment(tx, organisationId, { at: await nowOf(tx, organisationId), actor });
    return readShown(tx, organisationId);
  });
}
