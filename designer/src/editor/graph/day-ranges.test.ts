import { firmScenario, type Graph, scenario, type ScenarioBuilder } from '@relance/workflows/scenario';
import { describe, expect, it } from 'vitest';
import { dayRanges } from './day-ranges.ts';

const wait = (amount: number, unit: string, anchor: unknown, direction = 'after') => ({
  amount,
  unit,
  direction,
  anchor,
});
const mail = { template: 'reminder-1' };

/** Start, the given waits one after the other, then the step whose range is asked. */
function after(...waits: object[]): ReturnType<typeof range> {
  const drawing = scenario().node('start', 'start', 'Start').node('mail', 'send-email', 'Mail', mail);
  waits.forEach((config, index) => drawing.node(`w${index}`, 'wait', '', { ...config }));
  return range(drawing.path('start', ...waits.map((_, index) => `w${index}`), 'mail'), 'mail');
}
const range = (drawing: ScenarioBuilder | Graph, id: string) =>
  dayRanges('nodes' in drawing ? drawing : drawing.build()).get(id);

describe('dayRanges', () => {
  it.each([
    ['days after the due date', [wait(8, 'day', 'due-date')], { from: 8, to: 8 }],
    ['days before the due date', [wait(5, 'day', 'due-date', 'before')], { from: -5, to: -5 }],
    ['business days may meet a week-end', [wait(3, 'business-day', 'due-date')], { from: 3, to: 5 }],
    ['five business days are a week', [wait(5, 'business-day', 'due-date')], { from: 7, to: 7 }],
    [
      'two waits in a row count from the same step',
      [wait(3, 'business-day', 'due-date'), wait(7, 'day', 'previous-step')],
      { from: 3, to: 5 },
    ],
    ['a wait that is past goes on', [wait(20, 'day', 'due-date'), wait(8, 'day', 'due-date')], { from: 20, to: 20 }],
    ['no dated wait, no day', [wait(4, 'day', 'previous-step')], undefined],
    ['an invoice date says nothing about the due date', [wait(4, 'day', 'issue-date')], undefined],
  ])('%s', (_name, waits, expected) => {
    expect(after(...waits)).toEqual(expected);
  });

  const called = scenario()
    .node('start', 'start', 'Start')
    .node('w1', 'wait', '', wait(3, 'business-day', 'due-date'))
    .node('mail', 'send-email', 'Mail', { ...mail, answerIn: { amount: 8, unit: 'day' } })
    .node('w2', 'wait', '', wait(7, 'business-day', 'previous-step'))
    .node('call', 'call', 'Call', { script: 'first-call', dueIn: { amount: 2, unit: 'day' } })
    .node('next', 'send-email', 'Next', mail)
    .node('w3', 'wait', '', wait(2, 'day', { answerBy: 'mail' }))
    .node('late', 'send-email', 'Late', mail)
    .node('w4', 'wait', '', wait(2, 'day', { answer: { nodeId: 'call', field: 'date' } }))
    .node('promised', 'send-email', 'Promised', mail)
    .path('start', 'w1', 'mail', 'w2', 'call')
    .edge('call', 'other', 'next')
    .path('next', 'w3', 'late')
    .edge('call', 'no-answer', 'w1')
    .edge('call', 'promised', 'w4')
    .path('w4', 'promised')
    .build();

  it('adds waits up as the picture shows: J+12 … J+16', () =>
    expect(range(called, 'call')).toEqual({ from: 12, to: 16 }));
  it('adds the time that people have for a task', () => expect(range(called, 'next')).toEqual({ from: 12, to: 18 }));
  it('counts from the date by which a message asks for an answer', () =>
    expect(range(called, 'late')).toEqual({ from: 13, to: 18 }));
  it('has no latest day after a date that the debtor chooses', () =>
    expect(range(called, 'promised')).toEqual({ from: 12, to: null }));
  it('counts loops once and leaves out what nothing leads to', () => {
    expect(range(called, 'mail')).toEqual({ from: 3, to: 5 });
    expect(range(scenario().node('lost', 'send-email', 'Lost', mail), 'lost')).toBeUndefined();
  });
  it('reads the firm scenario', () => {
    const ranges = dayRanges(firmScenario());
    expect(ranges.get('preventive')).toEqual({ from: -7, to: -7 });
    expect(ranges.get('call')?.from).toBe(12);
  });
});
