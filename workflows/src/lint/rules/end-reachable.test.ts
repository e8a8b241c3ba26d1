import { testRule } from '../rule-tester.ts';
import { around, clean, days } from '../support/drawings.ts';
import { endReachable } from './end-reachable.ts';

const round = around('wait', days(1, 'previous-step')).node('mail', 'send-email', 'M', { template: 'tone-1' });

testRule(endReachable, {
  valid: {
    'a clean drawing': clean().build(),
    'an end on purpose counts': around('call', {}).endsOn('step', 'other').build(),
  },
  invalid: {
    'a round without a way out': {
      graph: round.path('step', 'mail', 'step').build(),
      findings: [{ nodeId: 'start' }, { nodeId: 'step' }, { nodeId: 'mail' }],
    },
  },
});
