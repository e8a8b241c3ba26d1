import { testRule } from '../../lint/rule-tester.ts';
import { around, CALL, CALL_OUTCOME_IDS, days } from '../../lint/support/drawings.ts';

const afterCall = (anchor: unknown) =>
  around('call', CALL)
    .node('wait', 'wait', 'Attente', days(2, anchor))
    .edges('step', CALL_OUTCOME_IDS, 'wait')
    .path('wait', 'end')
    .build();
const afterMail = (config: Record<string, unknown>, anchor: unknown) =>
  around('send-email', { template: 'tone-1', ...config })
    .node('wait', 'wait', 'Attente', days(2, anchor))
    .path('step', 'wait', 'end')
    .build();
const answer = (nodeId: string, field: string) => ({ answer: { nodeId, field } });

testRule('wait-anchor', {
  valid: {
    'a date that the call asks for': afterCall(answer('step', 'date')),
    'a date that the message gives': afterMail({ answerIn: { amount: 8, unit: 'day' } }, { answerBy: 'step' }),
    'a date of the invoice': afterCall('due-date'),
  },
  invalid: {
    'a step that does not exist': {
      graph: afterCall(answer('gone', 'date')),
      findings: [{ nodeId: 'wait', path: ['anchor', 'answer', 'nodeId'] }],
    },
    'an answer that is no date': {
      graph: afterCall(answer('step', 'amount')),
      findings: [{ path: ['anchor', 'answer', 'field'], message: { key: 'lint.wait-anchor.no-date' } }],
    },
    'a step that comes later': {
      graph: around('wait', days(2, answer('call', 'date')))
        .node('call', 'call', 'Appel', CALL)
        .path('step', 'call')
        .build(),
      findings: [{ nodeId: 'step', message: { key: 'lint.wait-anchor.not-before' } }],
    },
    'a message without a date for the answer': {
      graph: afterMail({}, { answerBy: 'step' }),
      findings: [{ path: ['anchor', 'answerBy'], message: { key: 'lint.wait-anchor.no-answer-by' } }],
    },
    'a message that does not exist': {
      graph: afterMail({}, { answerBy: 'gone' }),
      findings: [{ message: { key: 'lint.wait-anchor.unknown-node' } }],
    },
  },
});

testRule('wait-never-waits', {
  valid: { 'before the due date': afterCall('due-date') },
  invalid: {
    'before the step before': {
      graph: around('wait', days(2, 'previous-step', 'before'))
        .path('step', 'end')
        .build(),
      findings: [{ severity: 'warning', nodeId: 'step', path: ['direction'] }],
    },
  },
});
