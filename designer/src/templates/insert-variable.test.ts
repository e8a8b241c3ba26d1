import { expect, test } from 'vitest';
import { insertVariable } from './insert-variable.ts';

test.each([
  ['a word into a sentence', 'Pay  now', 4, 4, 'total_due', 'Pay {{total_due}} now', 17],
  ['in the place of what is chosen', 'Dear X,', 5, 6, 'greeting', 'Dear {{greeting}},', 17],
  ['a block gets its own paragraph', 'One\nTwo', 3, 3, 'invoice_table', 'One\n\n{{invoice_table}}\n\nTwo', 22],
  [
    'between two paragraphs nothing is added',
    'One\n\n\n\nTwo',
    5,
    5,
    'payment_block',
    'One\n\n{{payment_block}}\n\nTwo',
    22,
  ],
  ['into an empty text', '', 0, 0, 'invoice_table', '{{invoice_table}}', 17],
] as const)('%s', (_what, text, from, to, name, expected, caret) => {
  expect(insertVariable(text, from, to, name)).toEqual({ text: expected, caret });
});
