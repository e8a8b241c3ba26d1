import { describe, expect, test } from 'vitest';
import { CALL_OUTCOMES } from '../nodes/call/outcomes.ts';
import { checkCompletion } from './check-completion.ts';
import type { TaskOutcome } from './command.ts';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });

describe('a call', () => {
  test('a promise, in minor units', () => {
    const checked = checkCompletion(CALL_OUTCOMES, 'promised', { date: '2026-03-20', amount: EUR('1234.5') });
    expect(checked).toEqual({
      values: { date: '2026-03-20', amount: { amount: 123_450, currency: 'EUR' } },
      faults: [],
    });
  });

  test('what may be left out is left out', () => {
    expect(checkCompletion(CALL_OUTCOMES, 'paid-already', { date: null, means: ' ' })).toEqual({
      values: {},
      faults: [],
    });
    expect(checkCompletion(CALL_OUTCOMES, 'disputed', { reason: 'price' })).toEqual({
      values: { reason: 'price' },
      faults: [],
    });
  });

  test.each([
    [
      'promised',
      {},
      [
        ['date', 'required'],
        ['amount', 'required'],
      ],
    ],
    ['promised', { date: '2026-02-30', amount: EUR('1') }, [['date', 'date']]],
    [
      'promised',
      { date: '20/03/2026', amount: EUR('0') },
      [
        ['date', 'date'],
        ['amount', 'money-positive'],
      ],
    ],
    ['promised', { date: '2026-03-20', amount: EUR('-5') }, [['amount', 'money-positive']]],
    ['promised', { date: '2026-03-20', amount: EUR('1.234') }, [['amount', 'money']]],
    ['promised', { date: '2026-03-20', amount: { amount: 12, currency: 'EUR' } }, [['amount', 'money']]],
    ['promised', { date: '2026-03-20', amount: { ...EUR('12'), more: 1 } }, [['amount', 'money']]],
    ['promised', { date: '2026-03-20', amount: '12' }, [['amount', 'money']]],
    ['disputed', { reason: 'mood' }, [['reason', 'choice']]],
    ['paid-already', { means: 'x'.repeat(501) }, [['means', 'too-long']]],
    ['paid-already', { means: 'a\0b' }, [['means', 'text']]],
    ['no-answer', { date: '2026-03-20' }, [['date', 'unknown-field']]],
  ])('%s %j', (outcome, values, expected) => {
    const { faults } = checkCompletion(CALL_OUTCOMES, outcome, values);
    expect(faults).toEqual(
      expected.map(([field, fault]) => ({ path: ['values', field], message: { key: `completion.${fault}` } })),
    );
  });

  test.each(['vanished', 'toString', ''])('has no outcome %j', (outcome) => {
    expect(checkCompletion(CALL_OUTCOMES, outcome, {}).faults).toMatchObject([{ path: ['outcome'] }]);
  });
});

test('a number is one', () => {
  const outcomes: TaskOutcome[] = [
    { id: 'done', label: 'Fait', fields: [{ id: 'count', type: 'number', required: true }] },
  ];
  expect(checkCompletion(outcomes, 'done', { count: 0 }).values).toEqual({ count: 0 });
  expect(checkCompletion(outcomes, 'done', { count: '3' }).faults).toHaveLength(1);
  expect(checkCompletion(outcomes, 'done', { count: Number.NaN }).faults).toHaveLength(1);
});
