import type { Rule } from '../finding.ts';

/** Ids are the key of plans, states and statistics. */
export const uniqueIds: Rule = {
  name: 'unique-ids',
  check({ graph }) {
    return [
      ...repeated(graph.nodes).map((id) => ({
        severity: 'error' as const,
        nodeId: id,
        message: { key: 'lint.unique-ids.node', values: { id } },
      })),
      ...repeated(graph.edges).map((id) => ({
        severity: 'error' as const,
        message: { key: 'lint.unique-ids.edge', values: { id } },
      })),
    ];
  },
};

function repeated(items: { id: string }[]): string[] {
  const seen = new Set<string>();
  return [...new Set(items.filter(({ id }) => seen.has(id) || !seen.add(id)).map(({ id }) => id))];
}
