import { testRule } from '../rule-tester.ts';
import { clean } from '../support/drawings.ts';
import { uniqueIds } from './unique-ids.ts';

testRule(uniqueIds, {
  valid: { 'all different': clean().build() },
  invalid: {
    'a node twice, an edge three times': {
      graph: clean().node('step', 'start', 'Encore').edge('start', 'next', 'end').edge('start', 'next', 'end').build(),
      findings: [
        { nodeId: 'step', message: { key: 'lint.unique-ids.node' } },
        { message: { key: 'lint.unique-ids.edge', values: { id: 'start-next' } } },
      ],
    },
  },
});
