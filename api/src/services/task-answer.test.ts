import type { CaseRow } from '@relance/db/queries';
import type { TaskOutcome } from '@relance/workflows/engine';
import { expect, test } from 'vitest';
import { readAnswer } from './task-answer.ts';

const outcomes: TaskOutcome[] = [
  {
    id: 'promised',
    label: 'outcome.promised',
    fields: [
      { id: 'date', type: 'date', required: true },
      { id: 'amount', type: 'money', required: true },
    ],
  },
  { id: 'no-answer', label: 'outcome.no-answer', fields: [] },
];

const cases = ['a', 'b', 'c'].map((id, index) => ({
  id: `case-${id}`,
  invoiceId: id,
  balance: 1_000 * (index + 1),
  currency: 'EUR',
})) as CaseRow[];

const promise = (amount: string, currency = 'EUR') => ({
  outcome: 'promised',
  values: { date: '2026-03-09', amount: { amount, currency } },
});

const sharesOf = (amount: string) =>
  readAnswer(outcomes, cases, promise(amount)).cases.map(
    ({ values }) => (values['amount'] as { amount: number }).amount,
  );

test.each([
  ['5.00', [500, 0, 0]],
  ['10.00', [1_000, 0, 0]],
  ['25.00', [1_000, 1_500, 0]],
  ['60.00', [1_000, 2_000, 3_000]],
  ['99.00', [1_000, 2_000, 3_000]],
])('a promise of %s covers the invoices oldest first', (amount, shares) => {
  expect(sharesOf(amount)).toEqual(shares);
});

test('what was said of one invoice stands beside what was said of the others', () => {
  const exceptions = [{ invoiceId: 'a', outcome: 'no-answer', values: {} }];
  const { cases: answers, faults } = readAnswer(outcomes, cases, { ...promise('25.00'), exceptions });
  expect(faults).toEqual([]);
  expect(answers.map(({ outcome }) => outcome)).toEqual(['no-answer', 'promised', 'promised']);
  expect(answers[1]?.values['amount']).toEqual({ amount: 2_000, currency: 'EUR' });
});

test.each([
  ['values.amount', promise('25.00', 'USD')],
  ['values.amount', promise('0')],
  ['outcome', { outcome: 'sung', values: {} }],
  ['exceptions.0.invoiceId', { ...promise('1'), exceptions: [{ invoiceId: 'x', outcome: 'no-answer', values: {} }] }],
  [
    'exceptions.1.invoiceId',
    {
      ...promise('1'),
      exceptions: [
        { invoiceId: 'a', outcome: 'no-answer', values: {} },
        { invoiceId: 'a', outcome: 'no-answer', values: {} },
      ],
    },
  ],
])('%s is blamed', (path, given) => {
  expect(readAnswer(outcomes, cases, given).faults.map(({ error }) => error.path)).toEqual([path]);
});
