import { outcomesOf } from '../../nodes/outcomes-of.ts';
import { nodeById } from '../../scenario/graph.ts';
import type { Edge } from '../../scenario/scenario.ts';
import type { Rule, Scene } from '../finding.ts';

/** An edge leads from an outcome that exists to a node that exists, and never back into the start. */
export const edgeEnds: Rule = {
  name: 'edge-ends',
  check: (scene) =>
    scene.graph.edges.flatMap((edge) => {
      const key = fault(edge, scene);
      if (key === null) return [];
      const at = nodeById(scene.graph, edge.from) === undefined ? {} : { nodeId: edge.from };
      const { from, outcome, to } = edge;
      return [
        {
          severity: 'error' as const,
          ...at,
          message: { key, values: { from, outcome, to } },
          fix: { label: { key: 'fix.disconnect' }, edit: { kind: 'disconnect' as const, edgeId: edge.id } },
        },
      ];
    }),
};

function fault({ from, outcome, to }: Edge, { graph, definition }: Scene): string | null {
  const source = nodeById(graph, from);
  const target = nodeById(graph, to);
  if (source === undefined) return 'lint.edge-ends.from';
  if (target === undefined) return 'lint.edge-ends.to';
  if (target.type === 'start') return 'lint.edge-ends.start';
  const known = definition(source.type);
  if (known === undefined) return null;
  return outcomesOf(known, source.config).some(({ id }) => id === outcome) ? null : 'lint.edge-ends.outcome';
}
