import { cycles, nodeById } from '../../scenario/graph.ts';
import type { Graph, ScenarioNode } from '../../scenario/scenario.ts';
import type { Rule, Scene } from '../finding.ts';

const RELATIVE = new Set<unknown>(['previous-step', 'last-contact']);

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
  const nodes = graph.nodes.filter((node) => !(definition(node.type)?.isHumanTask ?? false) && !isRelativeWait(node));
  const remaining: Graph = { ...graph, nodes };
  const isLeft = (id: string): boolean => nodeById(remaining, id) !== undefined;
  return { ...remaining, edges: graph.edges.filter(({ from, to }) => isLeft(from) && isLeft(to)) };
}

function isRelativeWait({ type, config }: ScenarioNode): boolean {
  const { anchor, amount, direction } = config;
  return type === 'wait' && RELATIVE.has(anchor) && typeof amount === 'number' && amount > 0 && direction === 'after';
}
