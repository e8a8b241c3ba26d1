import type { Rule } from '../finding.ts';

/** What the node types themselves look at; each finding carries the name of its own rule. */
export const nodeRules: Rule = {
  name: 'node-rules',
  check: (scene) =>
    scene.graph.nodes.flatMap((node) =>
      (scene.definition(node.type)?.lint(node, scene) ?? []).map((finding) => ({ ...finding, nodeId: node.id })),
    ),
};
