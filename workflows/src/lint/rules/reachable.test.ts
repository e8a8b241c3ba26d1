import { testRule } from '../rule-tester.ts';
import { clean } from '../support/drawings.ts';
import { reachable } from './reachable.ts';

testRule(reachable, {
  valid: { 'a clean drawing': clean().build() },
  invalid: {
    'two nodes apart': {
      graph: clean().node('a', 'wait', 'A').node('b', 'end', 'B', { reason: 'other' }).path('a', 'b').build(),
      findings: [{ nodeId: 'a' }, { nodeId: 'b' }],
    },
  },
});
