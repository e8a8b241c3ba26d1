import type { Rule } from '../finding.ts';

/** A node whose type this version does not know cannot run. */
export const knownType: Rule = {
  name: 'known-type',
  check: ({ graph, definition }) =>
    graph.nodes
      .filter(({ type }) => definition(type) === undefined)
      .map(({ id, type }) => ({
        severity: 'error',
        nodeId: id,
        message: { key: 'lint.known-type', values: { type } },
        fix: { label: { key: 'fix.remove-node' }, edit: { kind: 'remove-node', nodeId: id } },
      })),
};
