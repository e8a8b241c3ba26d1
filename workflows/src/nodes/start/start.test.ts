import { expect, test } from 'vitest';
import { planOf, TestCase } from '../../engine/support/case.ts';
import { clean } from '../../lint/support/drawings.ts';

test('goes on at once, and a case starts only once', () => {
  const story = new TestCase(planOf(clean().build()), '2026-03-06T10:00:00.000Z');
  expect(story.kinds.slice(0, 3)).toEqual(['entered', 'left', 'entered']);
  expect(story.happen('enrolled', {}).kinds).toEqual(['ignored']);
});
