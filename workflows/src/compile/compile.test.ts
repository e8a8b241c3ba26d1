import { expect, test } from 'vitest';
import { STANDARD_TEXTS } from '../lint/standard-texts.ts';
import { scenario } from '../scenario/build.ts';
import { firmScenario } from '../scenario/reference/firm.ts';
import { compile } from './compile.ts';

const wait = { amount: 1, unit: 'business-day', direction: 'after', anchor: 'due-date' };
const drawing = scenario()
  .node('start', 'start', 'Départ')
  .node('wait', 'wait', 'J+1', wait)
  .node('call', 'call', 'Appel', { script: 'first-call' })
  .node('end', 'end', 'Fin', { reason: 'settled' })
  .path('start', 'wait', 'call')
  .edges('call', ['promised', 'paid-already', 'disputed', 'cannot-pay', 'no-answer', 'wrong-number'], 'end');

test('refuses, with the findings, while an error stands', () => {
  const { plan, findings } = compile(drawing.build(), STANDARD_TEXTS);
  expect(plan).toBeNull();
  expect(findings).toMatchObject([{ rule: 'outcome-connected', nodeId: 'call' }]);
  expect(compile(scenario().build(), STANDARD_TEXTS).plan).toBeNull();
});

test('writes what the engine walks, without positions', () => {
  const { plan } = compile(drawing.endsOn('call', 'other').build(), STANDARD_TEXTS);
  expect(plan).toMatchObject({
    format: 1,
    start: 'start',
    settings: { currency: 'EUR', minimumDistanceDays: 5 },
    nodes: {
      wait: {
        type: 'wait',
        label: 'J+1',
        config: { delay: { amount: 1, unit: 'business-day' }, direction: 'after', anchor: 'due-date', time: '09:00' },
        next: { next: 'call' },
      },
      call: { next: { promised: 'end', other: null } },
    },
  });
  expect(JSON.stringify(plan)).not.toContain('position');
});

test('a plan is plain JSON', () => {
  const { plan } = compile(firmScenario(), STANDARD_TEXTS);
  expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
});
