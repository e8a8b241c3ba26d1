import type { Rule } from '../finding.ts';
import { messageNodes } from '../message-nodes.ts';

/** After a firm word a softer demand loses the debtor's attention. Service messages (tone 0) do not count. */
export const toneNeverDrops: Rule = {
  name: 'tone-never-drops',
  check(scene) {
    const demands = messageNodes(scene).filter(({ tone }) => tone > 0);
    return demands.flatMap(({ node, tone }) => {
      const before = demands.find((other) => other.tone > tone && scene.after(other.node.id).has(node.id));
      if (before === undefined) return [];
      const values = { tone, before: before.node.label, gravest: before.tone };
      return [
        {
          severity: 'warning' as const,
          nodeId: node.id,
          path: ['template'],
          message: { key: 'lint.tone-never-drops', values },
        },
      ];
    });
  },
};
