import { outcomesOf } from '../../nodes/outcomes-of.ts';
import { outgoing } from '../../scenario/graph.ts';
import type { Rule } from '../finding.ts';

/** A mark "ends here" belongs to an outcome that exists and leads nowhere. */
export const endsOn: Rule = {
  name: 'ends-on',
  check: ({ graph, definition }) =>
    graph.nodes.flatMap((node) => {
      const known = definition(node.type);
      if (known === undefined) return [];
      const existing = new Set(outcomesOf(known, node.config).map(({ id }) => id));
      const connected = new Set(outgoing(graph, node.id).map(({ outcome }) => outcome));
      return (node.endsOn ?? []).flatMap((outcome, index) => {
        const key = existing.has(outcome) ? 'lint.ends-on.connected' : 'lint.ends-on.unknown';
        if (existing.has(outcome) && !connected.has(outcome)) return [];
        return [
          {
            severity: existing.has(outcome) ? ('warning' as const) : ('error' as const),
            nodeId: node.id,
            path: ['endsOn', index],
            message: { key, values: { outcome } },
            fix: {
              label: { key: 'fix.unmark-end' },
              edit: { kind: 'end-on-purpose' as const, nodeId: node.id, outcome, ends: false },
            },
          },
        ];
      });
    }),
};
