import { outcomesOf } from '../../nodes/outcomes-of.ts';
import { outgoing } from '../../scenario/graph.ts';
import type { Rule } from '../finding.ts';
import { outcomeText } from '../outcome-text.ts';

/** Every way a node can end leads somewhere, or ends the case on purpose. */
export const outcomeConnected: Rule = {
  name: 'outcome-connected',
  check: ({ graph, definition }) =>
    graph.nodes.flatMap((node) => {
      const known = definition(node.type);
      if (known === undefined) return [];
      const settled = new Set([...outgoing(graph, node.id).map(({ outcome }) => outcome), ...(node.endsOn ?? [])]);
      return outcomesOf(known, node.config)
        .filter(({ id }) => !settled.has(id))
        .map((outcome) => ({
          severity: 'error',
          nodeId: node.id,
          path: ['outcomes', outcome.id],
          message: { key: 'lint.outcome-connected', values: { outcome: outcomeText(outcome) } },
          fix: {
            label: { key: 'fix.end-on-purpose' },
            edit: { kind: 'end-on-purpose', nodeId: node.id, outcome: outcome.id, ends: true },
          },
        }));
    }),
};
