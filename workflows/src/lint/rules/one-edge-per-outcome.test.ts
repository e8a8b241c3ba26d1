import { testRule } from '../rule-tester.ts';
import { clean } from '../support/drawings.ts';
import { oneEdgePerOutcome } from './one-edge-per-outcome.ts';

const twice = clean().build();

testRule(oneEdgePerOutcome, {
  valid: { 'one each': clean().build() },
  invalid: {
    'two ways from one outcome': {
      graph: { ...twice, edges: [...twice.edges, { id: 'second', from: 'step', outcome: 'next', to: 'end' }] },
      findings: [
        { nodeId: 'step', fix: { label: { key: 'fix.disconnect' }, edit: { kind: 'disconnect', edgeId: 'second' } } },
      ],
    },
  },
});
