import { testRule } from '../rule-tester.ts';
import { around, CALL, days } from '../support/drawings.ts';
import { cycleWaits } from './cycle-waits.ts';

const paths = { branches: [{ id: 'on', label: 'On', when: { fact: 'invoice.daysOverdue', op: '>', value: 90 } }] };

/** Decision, the node under test, and back to the decision. */
function round(type: 'wait' | 'call' | 'send-email' | 'task', config: Record<string, unknown>, outcome = 'next') {
  return around('decision', paths)
    .edge('step', 'on', 'end')
    .node('inner', type, 'Tour', config)
    .edge('step', 'else', 'inner')
    .edge('inner', outcome, 'step')
    .build();
}

testRule(cycleWaits, {
  valid: {
    'a human task': round('call', CALL, 'no-answer'),
    'a wait after the step before': round('wait', days(1, 'previous-step')),
    'a wait after the last contact': round('wait', days(3, 'last-contact')),
    'no cycle': around('send-email', { template: 'tone-1' }).path('step', 'end').build(),
  },
  invalid: {
    'a message alone': { graph: round('send-email', { template: 'tone-1' }), findings: [{ nodeId: 'step' }] },
    'a wait of no days': { graph: round('wait', days(0, 'previous-step')), findings: [{ nodeId: 'step' }] },
    'a wait from a date that stays': { graph: round('wait', days(5, 'due-date')), findings: [{ nodeId: 'step' }] },
    'a node to itself': {
      graph: around('decision', paths).edge('step', 'on', 'end').edge('step', 'else', 'step').build(),
      findings: [{ nodeId: 'step', message: { key: 'lint.cycle-waits', values: { count: 1 } } }],
    },
    'a short way around the wait': {
      graph: around('decision', paths)
        .node('inner', 'wait', 'Tour', days(1, 'previous-step'))
        .node('fork', 'decision', 'Détour', paths)
        .edge('step', 'on', 'end')
        .edge('step', 'else', 'fork')
        .edge('fork', 'else', 'inner')
        .edge('fork', 'on', 'step')
        .path('inner', 'step')
        .build(),
      findings: [{ nodeId: 'step', message: { key: 'lint.cycle-waits', values: { count: 2 } } }],
    },
  },
});
