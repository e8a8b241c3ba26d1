import type { Rule } from '../finding.ts';

/** A case goes one way: an outcome has at most one edge. */
export const oneEdgePerOutcome: Rule = {
  name: 'one-edge-per-outcome',
  check({ graph }) {
    const seen = new Set<string>();
    return graph.edges.flatMap(({ id, from, outcome }) => {
      const key = `${from}/${outcome}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [
        {
          severity: 'error' as const,
          nodeId: from,
          message: { key: 'lint.one-edge-per-outcome', values: { outcome } },
          fix: { label: { key: 'fix.disconnect' }, edit: { kind: 'disconnect' as const, edgeId: id } },
        },
      ];
    });
  },
};
