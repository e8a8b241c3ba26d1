import { describe, expect, test } from 'vitest';
import type { Runner } from '../nodes/runner.ts';
import { RUNNERS } from '../nodes/runners.ts';
import type { Plan, PlanNode } from '../plan/plan.ts';
import { type Run, run } from './run.ts';
import { stateSchema } from './state-schema.ts';
import { event } from './support/case.ts';
import { testFacts } from './support/facts.ts';

const NOW = '2026-03-02T10:00:00.000Z';

/** Block nodes as a later node type would bring them, and a stop that waits for a task. */
const fork: Runner<{ outcomes: string[] }> = {
  enter: ({ outcomes }) => ({ kind: 'fork', outcomes }),
  passBy: () => '',
};
const join: Runner<{ mode: 'all' | 'any' }> = { enter: ({ mode }) => ({ kind: 'join', mode }), passBy: () => 'next' };
const stop: Runner<unknown> = {
  enter: () => ({ kind: 'stay', waitingFor: 'task', deadline: null }),
  resume: (_config, _visit, signal) => ({ kind: 'go', outcome: signal.kind === 'task' ? signal.outcome : 'next' }),
  passBy: () => 'next',
};
const runners = { ...RUNNERS, fork, join, stop };

function node(type: string, config: unknown, next: PlanNode['next']): PlanNode {
  return { type, label: type, config, next };
}

function block(mode: 'all' | 'any', ends: 'case' | 'branch' = 'branch'): Plan {
  return {
    format: 1,
    settings: { currency: 'EUR', calendar: 'FR', timeZone: 'Europe/Paris', minimumDistanceDays: 5 },
    start: 'fork',
    nodes: {
      fork: node('fork', { outcomes: ['a', 'b'] }, { a: 'a', b: 'b' }),
      a: node('stop', {}, { next: 'join', out: 'leave', over: null }),
      b: node('stop', {}, { next: 'join', out: 'leave', over: null }),
      leave: node('end', { reason: 'other', ends }, {}),
      join: node('join', { mode }, { next: 'after' }),
      after: node('stop', {}, { next: 'end' }),
      end: node('end', { reason: 'settled', ends: 'case' }, {}),
    },
  };
}

class Story {
  last: Run;
  private no = 1;

  constructor(private readonly plan: Plan) {
    this.last = run(plan, null, [event('enrolled', {}, 1, NOW)], testFacts(), NOW, runners);
  }

  complete(nodeId: string, outcome: string): this {
    this.no += 1;
    const data = { taskId: 't', nodeId, visit: this.last.state.visits[nodeId] ?? 0, outcome, values: {} };
    const happened = event('task-completed', data, this.no, NOW);
    const stored = stateSchema.parse(JSON.parse(JSON.stringify(this.last.state)));
    this.last = run(this.plan, stored, [happened], testFacts(), NOW, runners);
    return this;
  }

  get places(): string[] {
    return this.last.state.tokens.map(({ nodeId, scope }) => `${nodeId}/${scope}`);
  }

  get reason(): string | undefined {
    return this.last.state.outcome?.reason;
  }
}

test('a fork opens a scope with one token a branch', () => {
  const story = new Story(block('all'));
  expect(story.places).toEqual(['a/1', 'b/1']);
  expect(story.last.state.scopes[1]).toEqual({ id: 1, forkNodeId: 'fork', visit: 1, parent: 0, joinNodeId: null });
});

describe('join all', () => {
  test('fires once when every branch has arrived', () => {
    const story = new Story(block('all')).complete('a', 'next');
    expect(story.places).toEqual(['b/1']);
    story.complete('b', 'next');
    expect(story.places).toEqual(['after/0']);
    expect(story.last.state.scopes).toHaveLength(1);
    expect(story.complete('after', 'next').reason).toBe('settled');
  });

  test('fires when one arrived and the other ended its branch, in any order', () => {
    expect(new Story(block('all')).complete('a', 'next').complete('b', 'out').places).toEqual(['after/0']);
    expect(new Story(block('all')).complete('a', 'over').complete('b', 'next').places).toEqual(['after/0']);
  });

  test('ends with its branches when none arrived', () => {
    expect(new Story(block('all')).complete('a', 'out').complete('b', 'over').reason).toBe('other');
  });
});

test('join any fires at the first arrival and cancels the rest', () => {
  const story = new Story(block('any')).complete('b', 'next');
  expect(story.places).toEqual(['after/0']);
  expect(story.last.commands).toContainEqual({ kind: 'cancel-step', nodeId: 'a', visit: 1, reason: 'joined' });
});

test('an end of the whole case inside a block closes the other branches', () => {
  const story = new Story(block('all', 'case')).complete('a', 'out');
  expect(story.reason).toBe('other');
  expect(story.last.commands).toContainEqual({ kind: 'cancel-step', nodeId: 'b', visit: 1, reason: 'other' });
});

test('a join outside a block is an incident', () => {
  const plan = { ...block('all'), start: 'join' };
  expect(new Story(plan).last.state.incident).toEqual({ code: 'join-outside-block', nodeId: 'join' });
});

test('blocks within blocks close from the inside', () => {
  const plan = block('all');
  const nested: Plan = {
    ...plan,
    nodes: {
      ...plan.nodes,
      a: node('fork', { outcomes: ['x', 'y'] }, { x: 'x', y: 'y' }),
      x: node('stop', {}, { next: 'inner', over: null }),
      y: node('stop', {}, { next: 'inner', over: null }),
      inner: node('join', { mode: 'all' }, { next: 'join' }),
    },
  };
  const story = new Story(nested);
  expect(story.places).toEqual(['b/1', 'x/2', 'y/2']);
  story.complete('b', 'next').complete('x', 'over');
  expect(story.places).toEqual(['y/2']);
  expect(story.complete('y', 'next').places).toEqual(['after/0']);

  const silent = new Story(nested).complete('b', 'over').complete('x', 'over').complete('y', 'over');
  expect(silent.reason).toBe('other');
});
