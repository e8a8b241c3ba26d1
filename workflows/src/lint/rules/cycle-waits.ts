import { cycles } from '../../scenario/graph.ts';
import type { Graph } from '../../scenario/scenario.ts';
import type { Rule, Scene } from '../finding.ts';

/**
 * A cycle must not spin: every round of it passes a human task, or a wait of at least one day after the previous step or
 * the last contact. What is left of a cycle without those nodes is a cycle that never waits.
 */
export const cycleWaits: Rule = {
  name: 'cycle-waits',
  check: (scene) =>
    cycles(withoutPauses(scene)).map((ids) => ({
      severity: 'error',
      nodeId: scene.graph.nodes.find(({ id }) => ids.includes(id))?.id ?? '',
      message: { key: 'lint.cycle-waits', values: { count: ids.length } },
    })),
};

function withoutPauses({ graph, definition }: Scene): Graph {
  const nodes = graph.nodes.filter(({ type, config }) => definition(type)?.pauses(config) !== true);
  const left = new Set(nodes.map(({ id }) => id));
  return { ...graph, nodes, edges: graph.edges.filter(({ from, to }) => left.has(from) && left.has(to)) };
}
