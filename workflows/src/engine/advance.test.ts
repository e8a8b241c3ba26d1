import { describe, expect, test } from 'vitest';
import { scenario, type ScenarioBuilder } from '../scenario/build.ts';
import { run } from './run.ts';
import { event, planOf, TestCase } from './support/case.ts';
import { testFacts } from './support/facts.ts';

const DAY_AFTER = { amount: 1, unit: 'day', direction: 'after', anchor: 'previous-step' };
const OTHERS = ['paid-already', 'disputed', 'cannot-pay', 'wrong-number', 'other'];
const NOW = '2026-03-02T10:00:00.000Z';

function drawing(): ScenarioBuilder {
  return scenario()
    .node('start', 'start', 'Départ')
    .node('wait', 'wait', 'J+45', { amount: 45, unit: 'day', direction: 'after', anchor: 'due-date' })
    .node('mail', 'send-email', 'Relance', { template: 'tone-1' })
    .node('call', 'call', 'Appel', { script: 'first-call', branchWhenOverdue: true })
    .node('again', 'wait', 'Demain', DAY_AFTER)
    .node('promise', 'wait', 'Promesse', { ...DAY_AFTER, anchor: { answer: { nodeId: 'call', field: 'date' } } })
    .node('end', 'end', 'Fin', { reason: 'settled' })
    .path('start', 'wait', 'mail', 'call')
    .edge('call', 'no-answer', 'again')
    .path('again', 'call')
    .edge('call', 'promised', 'promise')
    .edge('call', 'overdue', 'end')
    .path('promise', 'end')
    .endsOn('call', ...OTHERS);
}

function begin(now = NOW): TestCase {
  return new TestCase(planOf(drawing().build()), now, testFacts({ dueDate: '2026-01-31' }));
}

/** A case that stands on its first call. */
function calling(): TestCase {
  return begin().pass().settle('mail');
}

describe('the path of a case', () => {
  test('waits, then plans a contact at its deadline', () => {
    const story = begin();
    expect(story.places).toEqual(['wait until 2026-03-17T08:00:00.000Z']);
    expect(story.wakeAt).toBe('2026-03-17T08:00:00.000Z');
    story.pass();
    expect(story.places).toEqual(['mail']);
    expect(story.commands.at(-1)).toMatchObject({
      kind: 'plan-contact',
      template: 'tone-1',
      tone: 1,
      mode: 'automatic',
      recipients: ['billing'],
      minimumDistanceDays: 5,
      slotAt: '2026-03-17T08:00:00.000Z',
    });
  });

  test('a wait already past goes on at once and says so', () => {
    const story = begin('2026-06-01T10:00:00.000Z');
    expect(story.places).toEqual(['mail']);
    expect(story.commands).toContainEqual({
      kind: 'note',
      note: 'wait-passed',
      nodeId: 'wait',
      visit: 1,
      data: { until: '2026-03-17T08:00:00.000Z' },
    });
  });

  test.each(['sent', 'covered', 'not-sent', 'unknown', 'cancelled'] as const)(
    'goes on once a contact is %s',
    (status) => {
      expect(begin().pass().settle('mail', { status }).places).toEqual(['call until 2026-03-19T16:00:00.000Z']);
    },
  );

  test('keeps the date that a message gave', () => {
    const story = begin().pass().settle('mail', { answerBy: '2026-03-25' });
    expect(story.state?.vars.answerBy).toEqual({ mail: '2026-03-25' });
  });

  test('a call opens a task with the outcomes and their forms', () => {
    expect(calling().commands.at(-1)).toMatchObject({
      kind: 'open-task',
      taskKind: 'call',
      title: 'Appel',
      script: 'first-call',
      dueAt: '2026-03-19T16:00:00.000Z',
    });
  });

  test('a promise is waited for, the last answer counts', () => {
    const story = calling()
      .complete('call', 'no-answer')
      .pass()
      .complete('call', 'promised', { date: '2026-03-31', amount: { amount: 100, currency: 'EUR' } });
    expect(story.places).toEqual(['promise until 2026-04-01T07:00:00.000Z']);
    expect(story.pass().state).toMatchObject({ outcome: { reason: 'settled', nodeId: 'end' }, tokens: [] });
    expect(story.wakeAt).toBeNull();
  });

  test('a call that nobody makes leaves by its own outcome and closes the task', () => {
    const story = calling().pass();
    expect(story.kinds).toEqual(['cancel-step', 'left', 'entered', 'end']);
    expect(story.state?.outcome).toEqual({ reason: 'settled', nodeId: 'end' });
  });

  test('an outcome that ends on purpose ends the case as other', () => {
    expect(calling().complete('call', 'other').state?.outcome).toEqual({ reason: 'other', nodeId: 'call' });
  });
});

describe('what ends a case from outside', () => {
  test.each([
    ['paid', { by: 'money' }],
    ['cancelled', {}],
  ] as const)('%s closes what is open', (kind, data) => {
    const story = calling().happen(kind, data);
    expect(story.commands).toEqual([
      { kind: 'cancel-step', nodeId: 'call', visit: 1, reason: kind },
      { kind: 'end', reason: kind, nodeId: null },
    ]);
    expect(story.happen('retry', {}).kinds).toEqual(['ignored']);
  });

  test('money that comes while held ends too', () => {
    const story = begin().happen('held', { until: null, untilAt: null }).happen('paid', { by: 'money' });
    expect(story.state).toMatchObject({ outcome: { reason: 'paid' }, held: null });
  });
});

describe('hold', () => {
  const hold = { until: '2026-04-01', untilAt: '2026-03-31T22:00:00.000Z' };

  test('no deadline fires; at its end, past ones do at once', () => {
    const story = begin().happen('held', hold);
    expect(story.wakeAt).toBe(hold.untilAt);
    expect(story.pass('2026-03-20T08:00:00.000Z').kinds).toEqual([]);
    expect(story.pass(hold.untilAt).kinds).toEqual(['resumed', 'left', 'entered', 'plan-contact']);
  });

  test('without a date only a person resumes', () => {
    const story = begin().happen('held', { until: null, untilAt: null });
    expect(story.wakeAt).toBeNull();
    expect(story.happen('resumed', {}).wakeAt).toBe('2026-03-17T08:00:00.000Z');
    expect(story.happen('resumed', {}).kinds).toEqual(['ignored']);
  });

  test('what people do is consumed, but a wait that it leads to does not fire', () => {
    const story = calling().happen('held', { until: null, untilAt: null });
    story.complete('call', 'promised', { date: '2026-03-01' });
    expect(story.places).toEqual(['promise until 2026-03-02T08:00:00.000Z']);
    expect(story.happen('resumed', {}).state?.outcome?.reason).toBe('settled');
  });
});

describe('what people order', () => {
  test('skip goes on by the way that passes by: a wait by next, a call by no answer', () => {
    expect(begin().happen('skip', { nodeId: 'wait' }).places).toEqual(['mail']);
    const story = calling().happen('skip', { nodeId: 'call' });
    expect(story.kinds.slice(0, 3)).toEqual(['skipped', 'cancel-step', 'left']);
    expect(story.places).toEqual(['again until 2026-03-18T08:00:00.000Z']);
  });

  test('skip of a step where nothing waits is ignored', () => {
    expect(begin().happen('skip', { nodeId: 'call' }).kinds).toEqual(['ignored']);
  });

  test('move closes what is open and enters the step', () => {
    const story = calling().happen('move', { nodeId: 'mail' });
    expect(story.kinds).toEqual(['cancel-step', 'moved', 'entered', 'plan-contact']);
    expect(story.state?.visits['mail']).toBe(2);
    expect(story.happen('move', { nodeId: 'constructor' }).kinds).toEqual(['ignored']);
  });

  test('retry without an incident is ignored', () => {
    expect(begin().happen('retry', {}).kinds).toEqual(['ignored']);
  });
});

describe('what comes late or is not known', () => {
  test('an outcome of an earlier visit, a second settlement', () => {
    const story = calling().complete('call', 'no-answer');
    expect(story.complete('call', 'promised').commands).toMatchObject([
      { note: 'ignored', data: { kind: 'task-completed', reason: 'not-awaited' } },
    ]);
    expect(story.settle('mail', { status: 'not-sent' }).kinds).toEqual(['ignored']);
  });

  test('a settlement of a step that sends nothing', () => {
    expect(begin().settle('wait').kinds).toEqual(['ignored']);
    expect(calling().settle('call').places).toEqual(['call until 2026-03-19T16:00:00.000Z']);
  });

  test('an outcome that the step does not have is an incident, and retry opens the step again', () => {
    const story = calling().complete('call', 'vanished');
    expect(story.state?.incident).toEqual({ code: 'unknown-outcome', nodeId: 'call' });
    expect(story.wakeAt).toBeNull();
    story.happen('retry', {});
    expect(story.kinds).toEqual(['cancel-step', 'entered', 'open-task']);
    expect(story.state).toMatchObject({ incident: null, tokens: [{ nodeId: 'call', visit: 2 }] });
  });

  test('a balance that changes moves nothing', () => {
    expect(calling().happen('balance-changed', { balance: { amount: 1, currency: 'EUR' } }).commands).toEqual([]);
  });
});

describe('guards of one step', () => {
  test('a cycle that never waits stops at 200 nodes', () => {
    const plan = planOf(drawing().build());
    const spinning = {
      ...plan,
      nodes: { ...plan.nodes, mail: { type: 'decision', label: '', config: { branches: [] }, next: { else: 'mail' } } },
    };
    const story = new TestCase(spinning, '2026-06-01T10:00:00.000Z');
    expect(story.state?.incident).toEqual({ code: 'too-many-nodes', nodeId: 'mail' });
    expect(story.state?.visits['mail']).toBe(198);
  });

  test('a message node is entered once, and retry enters it again', () => {
    const plan = planOf(drawing().build());
    // Two orders that reach the worker together, as after an hour without it.
    const first = run(plan, null, [event('enrolled', {}, 1, NOW)], testFacts(), NOW);
    const orders = [event('move', { nodeId: 'mail' }, 2, NOW), event('move', { nodeId: 'mail' }, 3, NOW)];
    const { state } = run(plan, first.state, orders, testFacts(), NOW);
    expect(state.incident).toEqual({ code: 'message-repeated', nodeId: 'mail' });
    const retried = run(plan, state, [event('retry', {}, 4, NOW)], testFacts(), NOW);
    expect(retried.state).toMatchObject({ incident: null, tokens: [{ nodeId: 'mail', waitingFor: 'contact' }] });
  });

  test('a plan with a node type from a later version stops there', () => {
    const plan = planOf(drawing().build());
    const later = { ...plan, nodes: { ...plan.nodes, wait: { type: 'toString', label: '', config: {}, next: {} } } };
    expect(new TestCase(later, NOW).state?.incident).toEqual({ code: 'unknown-node-type', nodeId: 'wait' });
  });
});

describe('a message that a person confirms', () => {
  function confirming(): TestCase {
    const graph = scenario()
      .node('start', 'start', 'Départ')
      .node('mail', 'send-email', 'Relance', { template: 'tone-1', mode: 'to-confirm' })
      .node('end', 'end', 'Fin', { reason: 'other' })
      .path('start', 'mail', 'end');
    return new TestCase(planOf(graph.build()), NOW);
  }

  test('opens a task beside the planned contact', () => {
    expect(confirming().commands.slice(-2)).toMatchObject([
      { kind: 'plan-contact', mode: 'to-confirm' },
      { kind: 'open-task', taskKind: 'confirm-email', title: 'Relance', outcomes: [{ id: 'send' }, { id: 'drop' }] },
    ]);
  });

  test('send releases it and waits until it is settled', () => {
    const story = confirming().complete('mail', 'send');
    expect(story.commands).toEqual([{ kind: 'release-contact', nodeId: 'mail', visit: 1, slotAt: NOW }]);
    expect(story.settle('mail').state?.outcome?.reason).toBe('other');
  });

  test('drop gives it up and goes on', () => {
    const story = confirming().complete('mail', 'drop');
    expect(story.kinds).toEqual(['drop-contact', 'left', 'entered', 'end']);
  });

  test('settled before anybody answered, the task is closed', () => {
    expect(confirming().settle('mail', { status: 'cancelled' }).kinds).toEqual([
      'cancel-step',
      'left',
      'entered',
      'end',
    ]);
  });
});
