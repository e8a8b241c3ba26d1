import { testRule } from '../rule-tester.ts';
import { around, CALL, CALL_OUTCOME_IDS } from '../support/drawings.ts';
import { outcomeConnected } from './outcome-connected.ts';

testRule(outcomeConnected, {
  valid: {
    'connected or ended on purpose': around('call', CALL)
      .edge('step', 'other', 'end')
      .endsOn('step', ...CALL_OUTCOME_IDS.slice(0, 6))
      .build(),
  },
  invalid: {
    'a loose end': {
      graph: around('send-email', { template: 'tone-1' }).build(),
      findings: [{ nodeId: 'step', path: ['outcomes', 'next'] }],
    },
    'overdue exists once it is asked for': {
      graph: around('call', { ...CALL, branchWhenOverdue: true })
        .endsOn('step', ...CALL_OUTCOME_IDS)
        .build(),
      findings: [{ path: ['outcomes', 'overdue'] }],
    },
    'branches and else of a decision that is half drawn': {
      graph: around('decision', { branches: [{ id: 'a', label: 'Cas A' }] }).build(),
      findings: [
        { path: ['outcomes', 'a'], message: { key: 'lint.outcome-connected', values: { outcome: 'Cas A' } } },
        { path: ['outcomes', 'else'] },
      ],
    },
  },
});
