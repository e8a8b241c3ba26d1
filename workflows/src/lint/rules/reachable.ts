import { reachableFrom } from '../../scenario/graph.ts';
import type { Rule } from '../finding.ts';

/** A node to which no path leads from the start would never run. */
export const reachable: Rule = {
  name: 'reachable',
  check({ graph }) {
    const starts = graph.nodes.filter(({ type }) => type === 'start').map(({ id }) => id);
    if (starts.length === 0) return [];
    const reached = reachableFrom(graph, starts);
    return graph.nodes
      .filter(({ id }) => !reached.has(id))
      .map(({ id }) => ({
        severity: 'error',
        nodeId: id,
        message: { key: 'lint.reachable' },
        fix: { label: { key: 'fix.remove-node' }, edit: { kind: 'remove-node', nodeId: id } },
      }));
  },
};
