import { expect, test } from 'vitest';
import { scenario } from '../../scenario/build.ts';
import { TEST_TEXTS } from '../../scenario/support/known-texts.ts';
import { planOf, TestCase } from '../../engine/support/case.ts';
import { taskNode } from './node.ts';

const config = {
  title: 'Retrouver le paiement',
  outcomes: [
    { id: 'found', label: 'Retrouvé', fields: [{ id: 'on', type: 'date', required: true }] },
    { id: 'lost', label: 'Introuvable' },
  ],
  dueIn: { amount: 1, unit: 'business-day' },
};

function story(): TestCase {
  const graph = scenario()
    .node('start', 'start', 'Départ')
    .node('task', 'task', 'Paiement', config)
    .node('end', 'end', 'Fin', { reason: 'settled' })
    .path('start', 'task')
    .edge('task', 'found', 'end')
    .endsOn('task', 'lost');
  return new TestCase(planOf(graph.build()), '2026-03-06T10:00:00.000Z');
}

test('opens its own work with its own outcomes', () => {
  expect(story().commands.at(-1)).toEqual({
    kind: 'open-task',
    nodeId: 'task',
    visit: 1,
    taskKind: 'task',
    title: 'Retrouver le paiement',
    instructions: null,
    script: null,
    outcomes: [
      { id: 'found', label: 'Retrouvé', fields: [{ id: 'on', type: 'date', required: true }] },
      { id: 'lost', label: 'Introuvable', fields: [] },
    ],
    dueAt: '2026-03-09T16:00:00.000Z',
  });
});

test('leaves by the outcome and keeps the answers', () => {
  const done = story().complete('task', 'found', { on: '2026-03-05' });
  expect(done.state).toMatchObject({
    outcome: { reason: 'settled' },
    vars: { answers: { task: { on: '2026-03-05' } } },
  });
});

test('skipped, it goes on by its first outcome', () => {
  expect(story().happen('skip', { nodeId: 'task' }).state?.outcome).toEqual({ reason: 'settled', nodeId: 'end' });
});

test('without a delay nothing is due', () => {
  const { dueIn: _dueIn, ...open } = config;
  expect(taskNode.compile(open, TEST_TEXTS)).toMatchObject({ dueIn: null, instructions: null });
});
