import { expect, test } from 'vitest';
import { testRule } from '../../lint/rule-tester.ts';
import { around, CALL } from '../../lint/support/drawings.ts';
import { TEST_TEXTS } from '../../scenario/support/known-texts.ts';
import { outcomesOf } from '../outcomes-of.ts';
import { callNode } from './node.ts';

testRule('script-exists', {
  valid: { known: around('call', CALL).build() },
  invalid: {
    unknown: { graph: around('call', { script: 'sermon' }).build(), findings: [{ nodeId: 'step', path: ['script'] }] },
  },
});

test('has the seven outcomes in the order of the keys, and overdue when asked for', () => {
  const ids = (config: Record<string, unknown>) => outcomesOf(callNode, config).map(({ id }) => id);
  const seven = ['promised', 'paid-already', 'disputed', 'cannot-pay', 'no-answer', 'wrong-number', 'other'];
  expect(ids({})).toEqual(seven);
  expect(ids({ branchWhenOverdue: true })).toEqual([...seven, 'overdue']);
});

test('compiles its outcomes into the plan', () => {
  expect(callNode.compile(CALL, TEST_TEXTS)).toMatchObject({
    dueIn: { amount: 2, unit: 'business-day' },
    branchWhenOverdue: false,
    outcomes: [
      {
        id: 'promised',
        fields: [
          { id: 'date', required: true },
          { id: 'amount', required: true },
        ],
      },
      {},
      {},
      {},
      {},
      {},
      {},
    ],
  });
});
