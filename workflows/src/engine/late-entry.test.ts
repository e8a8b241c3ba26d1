import { describe, expect, test } from 'vitest';
import type { LateEntry } from '../plan/late-entry.ts';
import { scenario, type ScenarioBuilder } from '../scenario/build.ts';
import { planOf, TestCase } from './support/case.ts';
import { testFacts } from './support/facts.ts';

const DUE = '2026-01-31';
const CALL_OUTCOMES = ['promised', 'paid-already', 'disputed', 'cannot-pay', 'no-answer', 'wrong-number', 'other'];
const wait = (amount: number, more: Record<string, unknown> = {}) => ({
  amount,
  unit: 'day',
  direction: 'after',
  anchor: 'due-date',
  time: '09:00',
  ...more,
});

/** D−7 tone 0, D+2 tone 1, D+10 call, D+15 tone 2, D+20 call, D+30 tone 3. */
function ladder(start: { lateEntry?: LateEntry } = {}): ScenarioBuilder {
  return scenario()
    .node('start', 'start', 'S', start)
    .node('w0', 'wait', 'W', wait(7, { direction: 'before' }))
    .node('preventive', 'send-email', 'P', { template: 'tone-0' })
    .node('w1', 'wait', 'W', wait(2))
    .node('first', 'send-email', 'R1', { template: 'tone-1' })
    .node('w2', 'wait', 'W', wait(10))
    .node('call', 'call', 'C', { script: 'first-call' })
    .node('w3', 'wait', 'W', wait(15))
    .node('second', 'send-email', 'R2', { template: 'tone-2', answerIn: { amount: 8, unit: 'day' } })
    .node('w4', 'wait', 'W', wait(20))
    .node('call-again', 'call', 'C', { script: 'first-call' })
    .node('w5', 'wait', 'W', wait(30))
    .node('notice', 'send-email', 'N', { template: 'tone-3', answerIn: { amount: 8, unit: 'day' } })
    .node('end', 'end', 'E', { reason: 'other' })
    .path('start', 'w0', 'preventive', 'w1', 'first', 'w2', 'call')
    .edges('call', CALL_OUTCOMES, 'w3')
    .path('w3', 'second', 'w4', 'call-again')
    .edges('call-again', CALL_OUTCOMES, 'w5')
    .path('w5', 'notice', 'end');
}

function enter(drawing: ScenarioBuilder, day: string, asked?: LateEntry, dueDate = DUE, time = '07:00'): TestCase {
  const story = new TestCase(
    planOf(drawing.build()),
    `${day}T${time}:00.000Z`,
    testFacts({ dueDate }),
    asked === undefined ? {} : { lateEntry: asked },
  );
  return story;
}

describe('by age', () => {
  const byAge = ladder({ lateEntry: 'by-age' });
  test.each([
    ['long before', '2026-01-05', 'w0 until 2026-01-26T08:00:00.000Z'],
    ['after the day of its first step', '2026-01-28', 'preventive'],
    ['overdue, what should have come before does not come after', '2026-02-01', 'w1 until 2026-02-02T08:00:00.000Z'],
    ['at the first reminder', '2026-02-04', 'first'],
    ['at the call between the reminders', '2026-02-12', 'call'],
    ['at the second reminder', '2026-02-17', 'second'],
    ['never past it, however old', '2026-06-17', 'second'],
  ])('%s', (_, day, place) => {
    expect(enter(byAge, day).places).toEqual([place]);
  });

  test('what is passed is told, and no commands of it are left', () => {
    const story = enter(byAge, '2026-06-17');
    expect(story.kinds).toEqual(['entered-late', 'entered', 'plan-contact']);
    expect(story.commands).toContainEqual(expect.objectContaining({ note: 'entered-late', data: { to: 'second' } }));
  });

  test('what follows keeps its intervals, so that the severe step is reached by living through the one before', () => {
    const story = enter(byAge, '2026-06-17').settle('second');
    expect(story.places).toEqual(['w4 until 2026-06-22T07:00:00.000Z']);
    story.pass();
    expect(story.places).toEqual(['call-again']);
    story.complete('call-again', 'no-answer');
    // as long after the reminder as it is drawn
    expect(story.places).toEqual(['w5 until 2026-07-01T07:00:00.000Z']);
    expect(story.pass().places).toEqual(['notice']);
  });

  test('a step that is reached on its own day keeps the dates of the drawing', () => {
    const story = enter(byAge, '2026-02-16', undefined, DUE, '08:30').settle('second');
    expect(story.places).toEqual(['w4 until 2026-02-20T08:00:00.000Z']);
  });

  test('some days late, it keeps the intervals: a severe word does not follow the next morning', () => {
    const story = enter(byAge, '2026-02-19').settle('second');
    expect(story.places).toEqual(['w4 until 2026-02-23T08:00:00.000Z']);
  });

  test('waits on the step before count from the day on which that would have come', () => {
    const relative = scenario()
      .node('start', 'start', 'S', { lateEntry: 'by-age' })
      .node('w1', 'wait', 'W', wait(2))
      .node('first', 'send-email', 'R1', { template: 'tone-1' })
      .node('w2', 'wait', 'W', wait(8, { anchor: 'previous-step' }))
      .node('second', 'send-email', 'R2', { template: 'tone-2', answerIn: { amount: 8, unit: 'day' } })
      .node('w3', 'wait', 'W', wait(8, { anchor: 'previous-step' }))
      .node('notice', 'send-email', 'N', { template: 'tone-3', answerIn: { amount: 8, unit: 'day' } })
      .node('end', 'end', 'E', { reason: 'other' })
      .path('start', 'w1', 'first', 'w2', 'second', 'w3', 'notice', 'end');
    expect(enter(relative, '2026-02-05').places).toEqual(['first']);
    expect(enter(relative, '2026-02-11').places).toEqual(['second']);
    expect(enter(relative, '2026-09-10').places).toEqual(['second']);
  });

  test('not past the last call where none follows before the severe word', () => {
    const talkFirst = scenario()
      .node('start', 'start', 'S', { lateEntry: 'by-age' })
      .node('w1', 'wait', 'W', wait(2))
      .node('first', 'send-email', 'R1', { template: 'tone-1' })
      .node('w2', 'wait', 'W', wait(8))
      .node('call', 'call', 'C', { script: 'first-call' })
      .node('w3', 'wait', 'W', wait(15))
      .node('second', 'send-email', 'R2', { template: 'tone-2', answerIn: { amount: 8, unit: 'day' } })
      .node('w4', 'wait', 'W', wait(30))
      .node('notice', 'send-email', 'N', { template: 'tone-3', answerIn: { amount: 8, unit: 'day' } })
      .node('end', 'end', 'E', { reason: 'other' })
      .path('start', 'w1', 'first', 'w2', 'call')
      .edges('call', CALL_OUTCOMES, 'w3')
      .path('w3', 'second', 'w4', 'notice', 'end');
    expect(enter(talkFirst, '2026-09-10').places).toEqual(['call']);
    expect(enter(talkFirst, '2026-02-04').places).toEqual(['first']);
  });

  test('a decision on the way is taken by the facts', () => {
    const when = { fact: 'invoice.balance', op: '>=', value: { amount: '5000.00', currency: 'EUR' } };
    const forked = scenario()
      .node('start', 'start', 'S', { lateEntry: 'by-age' })
      .node('size', 'decision', 'D', { branches: [{ id: 'large', label: 'L', when }] })
      .node('w-large', 'wait', 'W', wait(1))
      .node('large', 'call', 'C', { script: 'first-call' })
      .node('w-small', 'wait', 'W', wait(3))
      .node('small', 'send-email', 'R', { template: 'tone-1' })
      .node('end', 'end', 'E', { reason: 'other' })
      .path('start', 'size')
      .edge('size', 'large', 'w-large')
      .edge('size', 'else', 'w-small')
      .path('w-large', 'large')
      .edges('large', CALL_OUTCOMES, 'end')
      .path('w-small', 'small', 'end');
    expect(enter(forked, '2026-03-10').places).toEqual(['small']);
  });

  test('what has no date is entered at its first step', () => {
    const undated = scenario()
      .node('start', 'start', 'S', { lateEntry: 'by-age' })
      .node('first', 'send-email', 'R1', { template: 'tone-1' })
      .node('w2', 'wait', 'W', wait(8, { anchor: 'previous-step' }))
      .node('second', 'send-email', 'R2', { template: 'tone-2', answerIn: { amount: 8, unit: 'day' } })
      .node('end', 'end', 'E', { reason: 'other' })
      .path('start', 'first', 'w2', 'second', 'end');
    expect(enter(undated, '2026-09-10').places).toEqual(['first']);
  });

  test('a scenario that lies wholly before the due date ends at once for an overdue invoice', () => {
    const preventive = scenario()
      .node('start', 'start', 'S', { lateEntry: 'by-age' })
      .node('w0', 'wait', 'W', wait(7, { direction: 'before' }))
      .node('preventive', 'send-email', 'P', { template: 'tone-0' })
      .node('w1', 'wait', 'W', wait(0))
      .node('end', 'end', 'E', { reason: 'due' })
      .path('start', 'w0', 'preventive', 'w1', 'end');
    expect(enter(preventive, '2026-02-10').state?.outcome).toEqual({ reason: 'due', nodeId: 'end' });
  });
});

describe('days counted from the entry', () => {
  test('the dates of an old invoice count from the day on which it enters', () => {
    const story = enter(ladder({ lateEntry: 'from-entry' }), '2026-06-01');
    expect(story.places).toEqual(['w1 until 2026-06-03T07:00:00.000Z']);
    story.pass().settle('first');
    expect(story.places).toEqual(['w2 until 2026-06-11T07:00:00.000Z']);
  });

  test('an invoice that is not due yet has its own', () => {
    const story = enter(ladder({ lateEntry: 'from-entry' }), '2026-01-05');
    expect(story.places).toEqual(['w0 until 2026-01-26T08:00:00.000Z']);
  });
});

describe('who decides', () => {
  test('at the first step, where neither the scenario nor who enrols says otherwise', () => {
    expect(enter(ladder(), '2026-06-17').places).toEqual(['preventive']);
    expect(enter(ladder({ lateEntry: 'first-step' }), '2026-06-17', 'by-age').places).toEqual(['preventive']);
  });

  test('whoever enrols, where the scenario does not say it', () => {
    expect(enter(ladder(), '2026-06-17', 'by-age').places).toEqual(['second']);
  });
});
