import { describe, expect, test } from 'vitest';
import { scenario } from './build.ts';
import { graphSchema, MOST_EDGES, MOST_NODES } from './scenario.ts';

const graph = scenario().node('start', 'start', 'Départ').node('end', 'end', 'Fin', {}).path('start', 'end').build();
const node = { id: 'n', type: 'fax', label: '', config: {}, position: { x: 0, y: 0 } };
const accepts = (changes: Record<string, unknown>): boolean => graphSchema.safeParse({ ...graph, ...changes }).success;

describe('keeps a graph of the right shape, whatever its findings', () => {
  test.each([
    ['an unknown type', { nodes: [node] }],
    ['a config of anything', { nodes: [{ ...node, config: { a: [1, { b: null }] } }] }],
    ['edges to nowhere', { edges: [{ id: 'e', from: 'a', outcome: 'next', to: 'b' }] }],
    ['nothing drawn', { nodes: [], edges: [] }],
    ['ends on purpose', { nodes: [{ ...node, endsOn: ['other'] }] }],
  ])('%s', (_name, changes) => {
    expect(accepts(changes)).toBe(true);
  });
});

describe('refuses another shape', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

  test.each([
    ['an unknown member', { mood: 1 }],
    ['an unknown member of a node', { nodes: [{ ...node, mood: 1 }] }],
    ['a config that is no object', { nodes: [{ ...node, config: [] }] }],
    ['a label over 500 characters', { nodes: [{ ...node, label: 'x'.repeat(501) }] }],
    ['NUL in a label', { nodes: [{ ...node, label: 'a\0' }] }],
    ['NUL deep in a config', { nodes: [{ ...node, config: { a: [{ b: '\0' }] } }] }],
    ['NUL in a key of a config', { nodes: [{ ...node, config: { 'a\0': 1 } }] }],
    ['half a character', { nodes: [{ ...node, config: { a: '\uD83D' } }] }],
    ['a config nested without end', { nodes: [{ ...node, config: { a: nested(5000) } }] }],
    ['an id with a dot', { nodes: [{ ...node, id: 'a.b' }] }],
    ['a position at infinity', { nodes: [{ ...node, position: { x: Infinity, y: 0 } }] }],
    ['another version', { formatVersion: 2 }],
    ['no settings', { settings: undefined }],
    ['too many nodes', { nodes: Array.from({ length: MOST_NODES + 1 }, (_, at) => ({ ...node, id: `n${at}` })) }],
    [
      'too many edges',
      {
        edges: Array.from({ length: MOST_EDGES + 1 }, (_, at) => ({ id: `e${at}`, from: 'a', outcome: 'b', to: 'c' })),
      },
    ],
  ])('%s', (_name, changes) => {
    expect(accepts(changes)).toBe(false);
  });
});

test('keeps the number of a character that needs two halves', () => {
  expect(accepts({ nodes: [{ ...node, label: '👍', config: { a: '👍' } }] })).toBe(true);
});
