import { testRule } from '../rule-tester.ts';
import { around, CALL, CALL_OUTCOME_IDS } from '../support/drawings.ts';
import { severeStep } from './severe-step.ts';

const prepared = around('send-email', { template: 'tone-1' })
  .node('call', 'call', 'Appel', CALL)
  .node('severe', 'send-email', 'Grave', { template: 'tone-3' })
  .path('step', 'call')
  .edges('call', CALL_OUTCOME_IDS, 'severe')
  .path('severe', 'end');

testRule(severeStep, {
  valid: { 'after a reminder and a call': prepared.build() },
  invalid: {
    'at once': {
      graph: around('send-email', { template: 'tone-3' }).path('step', 'end').build(),
      findings: [
        { severity: 'info', nodeId: 'step', message: { key: 'lint.severe-step.message' } },
        { severity: 'info', nodeId: 'step', message: { key: 'lint.severe-step.call' } },
      ],
    },
  },
});
