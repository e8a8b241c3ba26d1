import { leadingTo } from '../../scenario/graph.ts';
import type { Rule } from '../finding.ts';

/** From everywhere a case can come to an end: an end node, or an outcome that ends on purpose. */
export const endReachable: Rule = {
  name: 'end-reachable',
  check({ graph, definition }) {
    const ends = graph.nodes.filter(({ type, endsOn }) => type === 'end' || (endsOn ?? []).length > 0);
    const leading = leadingTo(
      graph,
      ends.map(({ id }) => id),
    );
    return graph.nodes
      .filter(({ id, type }) => !leading.has(id) && definition(type) !== undefined)
      .map(({ id }) => ({ severity: 'error', nodeId: id, message: { key: 'lint.end-reachable' } }));
  },
};
