import { expect, test } from 'vitest';
import { scenario } from '../scenario/build.ts';
import { hasDemandBefore } from './demand-before.ts';
import { planOf } from './support/case.ts';

const graph = () =>
  scenario()
    .node('start', 'start', 'S')
    .node('severe', 'send-email', 'Severe', { template: 'tone-3', answerIn: { amount: 8, unit: 'day' } })
    .node('end', 'end', 'E', { reason: 'other' });

test('a demand on a way that leads to a step stands before it, however far', () => {
  const plan = planOf(
    graph()
      .node('first', 'send-email', 'First', { template: 'tone-1' })
      .node('wait', 'wait', 'W', { amount: 5, unit: 'day', direction: 'after', anchor: 'previous-step', time: '09:00' })
      .path('start', 'first', 'wait', 'severe', 'end')
      .build(),
  );
  expect(hasDemandBefore(plan, 'severe')).toBe(true);
  expect(hasDemandBefore(plan, 'first')).toBe(false);
});

test('a drawing that begins with a severe word, or asks only after it, has none', () => {
  expect(hasDemandBefore(planOf(graph().path('start', 'severe', 'end').build()), 'severe')).toBe(false);
  const after = graph().node('later', 'send-email', 'Later', { template: 'tone-2' });
  expect(hasDemandBefore(planOf(after.path('start', 'severe', 'later', 'end').build()), 'severe')).toBe(false);
});
