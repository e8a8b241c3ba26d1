import { expect, test } from 'vitest';
import { planOf, TestCase } from '../../engine/support/case.ts';
import { around } from '../../lint/support/drawings.ts';
import { TEST_TEXTS } from '../../scenario/support/known-texts.ts';
import { endNode } from './node.ts';

test.each(['settled', 'credited', 'written-off', 'handed-over', 'insolvency', 'due', 'other'])(
  'ends as %s',
  (reason) => {
    const graph = around('end', { reason }).build();
    const drawn = { ...graph, nodes: graph.nodes.filter(({ id }) => id !== 'end') };
    const story = new TestCase(planOf(drawn), '2026-03-06T10:00:00.000Z');
    expect(story.state?.outcome).toEqual({ reason, nodeId: 'step' });
  },
);

test('ends the case unless it says the branch', () => {
  expect(endNode.compile({ reason: 'other' }, TEST_TEXTS)).toEqual({ reason: 'other', ends: 'case' });
  expect(endNode.compile({ reason: 'other', ends: 'branch' }, TEST_TEXTS)).toMatchObject({ ends: 'branch' });
});
