import type { Rule } from '../finding.ts';

/** A scenario begins in exactly one place. */
export const oneStart: Rule = {
  name: 'one-start',
  check({ graph }) {
    const starts = graph.nodes.filter(({ type }) => type === 'start');
    if (starts.length === 0) return [{ severity: 'error', message: { key: 'lint.one-start.none' } }];
    return starts.slice(1).map(({ id }) => ({
      severity: 'error',
      nodeId: id,
      message: { key: 'lint.one-start.several' },
      fix: { label: { key: 'fix.remove-node' }, edit: { kind: 'remove-node', nodeId: id } },
    }));
  },
};
