import { testRule } from '../rule-tester.ts';
import { around } from '../support/drawings.ts';
import { toneNeverDrops } from './tone-never-drops.ts';

const two = (first: string, second: string) =>
  around('send-email', { template: first })
    .node('next', 'send-email', 'Suite', { template: second })
    .path('step', 'next', 'end')
    .build();

testRule(toneNeverDrops, {
  valid: {
    rising: two('tone-1', 'tone-2'),
    'the same again': two('tone-2', 'tone-2'),
    'a service message after a firm one': two('tone-3', 'tone-0'),
  },
  invalid: {
    falling: {
      graph: two('tone-3', 'tone-1'),
      findings: [{ severity: 'warning', nodeId: 'next', path: ['template'] }],
    },
  },
});
