import { expect, test } from 'vitest';
import { testRule } from '../../lint/rule-tester.ts';
import { around, CALL, CALL_OUTCOME_IDS } from '../../lint/support/drawings.ts';
import { TEST_TEXTS } from '../../scenario/support/known-texts.ts';
import { decisionNode } from './node.ts';

const eur = { amount: '1000.00', currency: 'EUR' };
const config = (when: unknown) => ({ branches: [{ id: 'a', label: 'A', when }] });
const deciding = (when: unknown) =>
  around('decision', config(when)).edge('step', 'a', 'end').edge('step', 'else', 'end').build();
const afterCall = (when: unknown) =>
  around('call', CALL)
    .edges('step', CALL_OUTCOME_IDS, 'decide')
    .node('decide', 'decision', 'D', config(when))
    .edges('decide', ['a', 'else'], 'end')
    .build();
const at = (member: string) => ['branches', 0, 'when', member];

testRule('fact-exists', {
  valid: {
    'a fact of the contract': deciding({ fact: 'debtor.overdue', op: '>=', value: eur }),
    'an answer given before': afterCall({ fact: 'answer.step.date', op: 'known' }),
  },
  invalid: {
    'no such fact': {
      graph: deciding({ any: [{ fact: 'debtor.mood', op: 'known' }] }),
      findings: [{ severity: 'error', nodeId: 'step', path: ['branches', 0, 'when', 'any', 0, 'fact'] }],
    },
    'no such field': {
      graph: afterCall({ fact: 'answer.step.mood', op: 'known' }),
      findings: [{ message: { key: 'lint.fact-exists.answer' } }],
    },
    'an answer given later': {
      graph: around('decision', config({ fact: 'answer.call.date', op: 'known' }))
        .node('call', 'call', 'Appel', CALL)
        .edges('step', ['a', 'else'], 'call')
        .build(),
      findings: [{ message: { key: 'lint.fact-exists.not-before' } }],
    },
  },
});

testRule('fact-operator', {
  valid: {
    'texts are equal or among': deciding({ fact: 'debtor.kind', op: 'in', value: ['public'] }),
    'dates are in order': afterCall({ fact: 'answer.step.date', op: '<', value: '2026-12-31' }),
  },
  invalid: {
    'texts are in no order': {
      graph: deciding({ fact: 'debtor.kind', op: '<', value: 'public' }),
      findings: [{ path: at('op') }],
    },
  },
});

testRule('fact-value', {
  valid: { 'money with money': deciding({ fact: 'invoice.balance', op: '>=', value: eur }) },
  invalid: {
    'money with a number': {
      graph: deciding({ fact: 'invoice.balance', op: '>=', value: 1000 }),
      findings: [{ path: at('value'), message: { key: 'lint.fact-value.money' } }],
    },
    'a number with a text': {
      graph: deciding({ fact: 'invoice.daysOverdue', op: '>=', value: '30' }),
      findings: [{ message: { key: 'lint.fact-value.number' } }],
    },
    'a date with another text': {
      graph: afterCall({ fact: 'answer.step.date', op: '=', value: 'lundi' }),
      findings: [{ message: { key: 'lint.fact-value.date' } }],
    },
  },
});

testRule('unlike-currency', {
  valid: { 'the scenario’s own': deciding({ fact: 'invoice.balance', op: '>=', value: eur }) },
  invalid: {
    another: {
      graph: deciding({ fact: 'invoice.balance', op: '>=', value: { ...eur, currency: 'USD' } }),
      findings: [{ severity: 'warning', path: at('value') }],
    },
  },
});

test('compiles money to minor units and keeps the order of the branches', () => {
  const compiled = decisionNode.compile(
    config({
      all: [
        { fact: 'invoice.balance', op: '>=', value: eur },
        { fact: 'debtor.owner', op: 'known' },
      ],
    }),
    TEST_TEXTS,
  );
  expect(compiled).toEqual({
    branches: [
      {
        id: 'a',
        when: {
          all: [
            { fact: 'invoice.balance', op: '>=', value: { amount: 100_000, currency: 'EUR' } },
            { fact: 'debtor.owner', op: 'known', value: null },
          ],
        },
      },
    ],
  });
});
