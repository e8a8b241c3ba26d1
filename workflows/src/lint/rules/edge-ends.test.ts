import { testRule } from '../rule-tester.ts';
import { clean } from '../support/drawings.ts';
import { edgeEnds } from './edge-ends.ts';

testRule(edgeEnds, {
  valid: { 'a clean drawing': clean().build() },
  invalid: {
    'from and to nowhere': {
      graph: clean().edge('gone', 'next', 'end').edge('step', 'other', 'lost').build(),
      findings: [
        { message: { key: 'lint.edge-ends.from' } },
        { nodeId: 'step', message: { key: 'lint.edge-ends.to' } },
      ],
    },
    'an outcome that is none': {
      graph: clean().edge('step', 'toString', 'end').build(),
      findings: [{ nodeId: 'step', message: { key: 'lint.edge-ends.outcome' } }],
    },
    'the overdue outcome of a call that does not branch': {
      graph: clean().node('call', 'call', 'Appel', { script: 'first-call' }).edge('call', 'overdue', 'end').build(),
      findings: [{ nodeId: 'call' }],
    },
    'back to the start': {
      graph: clean().edge('step', 'again', 'start').build(),
      findings: [{ message: { key: 'lint.edge-ends.start' } }],
    },
  },
});
