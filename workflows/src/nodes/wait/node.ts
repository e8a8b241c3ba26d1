import { anchorField } from '../../fields/anchor.ts';
import { choiceField } from '../../fields/choice.ts';
import { DELAY_UNITS, MOST_DAYS } from '../../fields/delay.ts';
import { optional } from '../../fields/field.ts';
import { numberField } from '../../fields/number.ts';
import { timeField } from '../../fields/time.ts';
import type { Text } from '../../messages/text.ts';
import type { Anchor } from '../../plan/anchor.ts';
import { defineNode } from '../define-node.ts';
import type { WaitRule } from '../runner.ts';
import { lintWait } from './lint.ts';

export type WaitPlan = WaitRule;

const DEFAULT_TIME = '09:00';

export const waitNode = defineNode({
  type: 'wait',
  phase: 'logic',
  icon: 'clock',
  fields: {
    amount: numberField({ label: 'field.wait.amount', min: 0, max: MOST_DAYS, initial: 5 }),
    unit: choiceField({ label: 'field.wait.unit', ids: DELAY_UNITS, options: 'unit', initial: 'day' }),
    direction: choiceField({
      label: 'field.wait.direction',
      ids: ['after', 'before'],
      options: 'direction',
      initial: 'after',
    }),
    anchor: anchorField({ label: 'field.wait.anchor', hint: 'hint.wait.anchor', initial: 'previous-step' }),
    time: optional(timeField({ label: 'field.wait.time', hint: 'hint.wait.time' })),
  },
  outcomes: [{ id: 'next', label: 'outcome.next' }],
  example: { amount: 5, unit: 'day', direction: 'after', anchor: 'due-date', time: '09:00' },
  summary: ({ amount, unit, direction, anchor, time }) => ({
    key: `summary.wait.${direction}`,
    values: {
      delay: { key: `delay.${unit}`, values: { count: amount } },
      anchor: anchorText(anchor),
      time: time ?? DEFAULT_TIME,
    },
  }),
  compile: ({ amount, unit, direction, anchor, time }): WaitPlan => ({
    delay: { amount, unit },
    direction,
    anchor,
    time: time ?? DEFAULT_TIME,
  }),
  pauses: ({ amount, direction, anchor }) =>
    (anchor === 'previous-step' || anchor === 'last-contact') && amount > 0 && direction === 'after',
  lint: lintWait,
});

function anchorText(anchor: Anchor): Text {
  if (typeof anchor === 'string') return { key: `anchor.${anchor}` };
  return { key: 'answer' in anchor ? 'anchor.answer' : 'anchor.answerBy' };
}
