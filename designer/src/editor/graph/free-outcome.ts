import type { Graph, ScenarioNode } from '@relance/workflows/scenario';
import type { LookOutcome } from './step-look.ts';

/** Outcomes that lead nowhere yet and are not ended on purpose, in order. */
export function openOutcomes(graph: Graph, node: ScenarioNode, outcomes: readonly LookOutcome[]): LookOutcome[] {
  const used = new Set(graph.edges.filter(({ from }) => from === node.id).map(({ outcome }) => outcome));
  return outcomes.filter(({ id }) => !used.has(id) && !(node.endsOn ?? []).includes(id));
}
