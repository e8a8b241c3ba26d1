import { expect, test } from 'vitest';
import { testRule } from '../../lint/rule-tester.ts';
import { around } from '../../lint/support/drawings.ts';
import { TEST_TEXTS } from '../../scenario/support/known-texts.ts';
import { sendEmailNode } from './node.ts';

const TEXTS = {
  ...TEST_TEXTS,
  templates: [
    ...TEST_TEXTS.templates,
    { id: 'odd', tone: 1 as const, languages: ['fr' as const], variables: ['mother_name'] },
  ],
};
const sending = (config: Record<string, unknown>) => around('send-email', config).path('step', 'end').build();

testRule(
  'template-exists',
  {
    valid: { known: sending({ template: 'tone-1' }) },
    invalid: {
      unknown: { graph: sending({ template: 'tone-9' }), findings: [{ nodeId: 'step', path: ['template'] }] },
    },
  },
  TEXTS,
);

testRule(
  'template-variables',
  {
    valid: { 'of the closed set': sending({ template: 'tone-2' }) },
    invalid: { 'outside the set': { graph: sending({ template: 'odd' }), findings: [{ severity: 'error' }] } },
  },
  TEXTS,
);

testRule(
  'template-language',
  {
    valid: { both: sending({ template: 'tone-1' }) },
    invalid: { 'not in English': { graph: sending({ template: 'odd' }), findings: [{ severity: 'warning' }] } },
  },
  TEXTS,
);

testRule('answer-in', {
  valid: {
    'a date is given': sending({ template: 'tone-2', answerIn: { amount: 8, unit: 'day' } }),
    'none is named': sending({ template: 'tone-1' }),
  },
  invalid: {
    'named but not given': {
      graph: sending({ template: 'tone-2' }),
      findings: [{ severity: 'warning', path: ['answerIn'] }],
    },
  },
});

test('compiles with its defaults and the tone of its template', () => {
  expect(sendEmailNode.compile({ template: 'tone-1' }, TEST_TEXTS)).toEqual({
    template: 'tone-1',
    tone: 1,
    recipients: ['billing'],
    mode: 'automatic',
    answerIn: null,
  });
});

test('a template that names a date for the answer always gets one', () => {
  expect(sendEmailNode.compile({ template: 'tone-2' }, TEST_TEXTS)).toMatchObject({
    answerIn: { amount: 8, unit: 'day' },
  });
});
