import { testRule } from '../rule-tester.ts';
import { clean } from '../support/drawings.ts';
import { endsOn } from './ends-on.ts';

testRule(endsOn, {
  valid: { 'no mark': clean().build() },
  invalid: {
    'a mark on a connected outcome': {
      graph: clean().endsOn('step', 'next').build(),
      findings: [{ severity: 'warning', nodeId: 'step', path: ['endsOn', 0] }],
    },
    'a mark on no outcome': {
      graph: clean().endsOn('step', 'vanished').build(),
      findings: [{ severity: 'error', path: ['endsOn', 0] }],
    },
  },
});
