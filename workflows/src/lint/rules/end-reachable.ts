import { outcomesOf } from '../../nodes/outcomes-of.ts';
import { leadingTo, outgoing } from '../../scenario/graph.ts';
import type { ScenarioNode } from '../../scenario/scenario.ts';
import type { Rule, Scene } from '../finding.ts';

/** From everywhere a case can come to an end: an end node, or an outcome that ends on purpose. */
export const endReachable: Rule = {
  name: 'end-reachable',
  check(scene) {
    const { graph, definition } = scene;
    const ends = graph.nodes.filter((node) => mayEnd(node, scene)).map(({ id }) => id);
    const leading = leadingTo(graph, ends);
    return graph.nodes
      .filter(({ id, type }) => !leading.has(id) && definition(type) !== undefined)
      .map(({ id }) => ({ severity: 'error', nodeId: id, message: { key: 'lint.end-reachable' } }));
  },
};

/** A loose outcome is a finding of its own and may yet lead to an end: saying both would only be louder. */
function mayEnd(node: ScenarioNode, { graph, definition }: Scene): boolean {
  if ((node.endsOn ?? []).length > 0) return true;
  const known = definition(node.type);
  if (known === undefined) return true;
  const isEnd = known.outcomes.length === 0 && known.outcomesFrom === null;
  if (isEnd) return true;
  const connected = new Set(outgoing(graph, node.id).map(({ outcome }) => outcome));
  return outcomesOf(known, node.config).some(({ id }) => !connected.has(id));
}
