import { describe, expect, test } from 'vitest';
import { anchorField } from './anchor.ts';
import { booleanField } from './boolean.ts';
import { choiceField } from './choice.ts';
import { delayField } from './delay.ts';
import type { Field } from './field.ts';
import { optional } from './field.ts';
import { configSchema, initialConfig } from './form.ts';
import { longTextField } from './long-text.ts';
import { moneyField } from './money.ts';
import { multiChoiceField } from './multi-choice.ts';
import { numberField } from './number.ts';
import { textField } from './text.ts';
import { timeField } from './time.ts';

const label = 'field.test';
const answer = { answer: { nodeId: 'call', field: 'date' } };

const TABLE: [string, Field, unknown[], unknown[]][] = [
  ['text', textField({ label, maxLength: 3 }), ['a', 'abc'], ['', 'abcd', 1, 'a\0']],
  ['long text', longTextField({ label, maxLength: 3 }), ['', 'a\nb'], ['abcd', null]],
  ['number', numberField({ label, min: 1, max: 3 }), [1, 3], [0, 4, 1.5, '2', Number.NaN]],
  ['boolean', booleanField({ label }), [true, false], ['true', 0, null]],
  ['time', timeField({ label }), ['00:00', '23:59'], ['24:00', '9:00', '09:60', '09:00:00']],
  [
    'delay',
    delayField({ label }),
    [{ amount: 0, unit: 'day' }],
    [{ amount: -1, unit: 'day' }, { amount: 1, unit: 'week' }, { amount: 1 }],
  ],
  [
    'money',
    moneyField({ label }),
    [{ amount: '1.50', currency: 'EUR' }],
    [
      { amount: '1.505', currency: 'EUR' },
      { amount: 1, currency: 'EUR' },
    ],
  ],
  [
    'anchor',
    anchorField({ label }),
    ['due-date', answer, { answerBy: 'mail' }],
    ['today', { ...answer, answerBy: 'mail' }, {}],
  ],
  [
    'several',
    multiChoiceField({ label, ids: ['a', 'b'], options: 'o', least: 1 }),
    [['a'], ['b', 'a']],
    [[], ['a', 'a'], ['c'], 'a'],
  ],
];

describe.each(TABLE)('%s', (_name, { schema }, good, bad) => {
  test.each(good.map((value) => [value]))('takes %j', (value) => {
    expect(schema.safeParse(value).success).toBe(true);
  });

  test.each(bad.map((value) => [value]))('refuses %j', (value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

test('a form is strict, and a new node starts with what its fields say', () => {
  const fields = {
    title: textField({ label, maxLength: 9, initial: 'Titre' }),
    days: optional(numberField({ label, min: 0, max: 9 })),
  };
  expect(initialConfig(fields)).toEqual({ title: 'Titre' });
  const mode = choiceField({ label, ids: ['careful', 'quick'], options: 'mode', initial: 'careful' });
  expect([optional(mode).absent, optional(mode, 'quick').absent, optional(mode, 'quick').initial]).toEqual([
    'careful',
    'quick',
    'careful',
  ]);
  expect(fields.days.description).toMatchObject({ required: false, hint: null });
  expect(configSchema(fields).safeParse({ title: 'T' }).success).toBe(true);
  expect(configSchema(fields).safeParse({ title: 'T', more: 1 }).success).toBe(false);
});
