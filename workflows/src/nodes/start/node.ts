import { defineNode } from '../define-node.ts';

export const startNode = defineNode({
  type: 'start',
  phase: 'logic',
  icon: 'play',
  fields: {},
  outcomes: [{ id: 'next', label: 'outcome.next' }],
  example: {},
  summary: () => ({ key: 'summary.start' }),
  compile: () => ({}),
});
