import { expect, test } from 'vitest';
import type { Condition } from '../plan/condition.ts';
import { holds } from './holds.ts';
import type { Vars } from './state.ts';
import { testFacts } from './support/facts.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const VARS: Vars = { answers: { call: { date: '2026-03-20', amount: eur(500), reason: 'price' } }, answerBy: {} };
const FACTS = testFacts({
  values: {
    'invoice.balance': eur(100_000),
    'invoice.daysOverdue': 12,
    'debtor.segment': null,
    'debtor.kind': 'public',
  },
});

test.each<[boolean, Condition]>([
  [true, { fact: 'invoice.balance', op: '>=', value: eur(100_000) }],
  [false, { fact: 'invoice.balance', op: '>', value: eur(100_000) }],
  [true, { fact: 'invoice.balance', op: '!=', value: eur(1) }],
  [false, { fact: 'invoice.balance', op: '!=', value: { amount: 1, currency: 'GBP' } }],
  [false, { fact: 'invoice.balance', op: '<', value: { amount: 200_000, currency: 'GBP' } }],
  [false, { fact: 'invoice.balance', op: '=', value: 100_000 }],
  [true, { fact: 'invoice.balance', op: 'in', value: [eur(1), eur(100_000)] }],
  [true, { fact: 'invoice.daysOverdue', op: '<=', value: 12 }],
  [false, { fact: 'invoice.daysOverdue', op: '=', value: '12' }],
  [true, { fact: 'debtor.kind', op: 'in', value: ['consumer', 'public'] }],
  [false, { fact: 'debtor.kind', op: '!=', value: 'public' }],
  [false, { fact: 'debtor.segment', op: '!=', value: 'large' }],
  [true, { fact: 'debtor.segment', op: 'unknown', value: null }],
  [false, { fact: 'debtor.segment', op: 'known', value: null }],
  [true, { fact: 'answer.call.date', op: '<', value: '2026-04-01' }],
  [true, { fact: 'answer.call.amount', op: '=', value: eur(500) }],
  [false, { fact: 'answer.call.toString', op: 'known', value: null }],
  [false, { fact: 'answer.constructor.name', op: 'known', value: null }],
  [false, { fact: 'no.such.fact', op: 'known', value: null }],
  [true, { all: [] }],
  [false, { any: [] }],
  [
    true,
    {
      all: [
        { fact: 'debtor.kind', op: '=', value: 'public' },
        {
          any: [
            { fact: 'debtor.segment', op: 'known', value: null },
            { fact: 'invoice.daysOverdue', op: '>', value: 0 },
          ],
        },
      ],
    },
  ],
])('%s: %j', (expected, condition) => {
  expect(holds(condition, FACTS, VARS)).toBe(expected);
});
