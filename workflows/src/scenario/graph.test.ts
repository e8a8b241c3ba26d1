import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from './build.ts';
import { cycles, incoming, layers, leadingTo, outgoing, reachableFrom } from './graph.ts';
import { randomGraph } from './support/random-graph.ts';

/** start → a → b → c → a, b → end, and d → end alone. */
const graph = scenario()
  .node('start', 'start', '')
  .node('a', 'wait', '')
  .node('b', 'call', '')
  .node('c', 'wait', '')
  .node('d', 'wait', '')
  .node('end', 'end', '')
  .path('start', 'a', 'b', 'c', 'a')
  .edge('b', 'paid', 'end')
  .path('d', 'end')
  .build();

test('finds what leads where', () => {
  expect(outgoing(graph, 'b').map(({ to }) => to)).toEqual(['c', 'end']);
  expect(incoming(graph, 'a').map(({ from }) => from)).toEqual(['start', 'c']);
  expect([...reachableFrom(graph, ['a'])].toSorted()).toEqual(['a', 'b', 'c', 'end']);
  expect([...reachableFrom(graph, ['start'], new Set(['b']))].toSorted()).toEqual(['a', 'start']);
  expect([...leadingTo(graph, ['c'])].toSorted()).toEqual(['a', 'b', 'c', 'start']);
});

test('finds cycles, one node to itself among them', () => {
  expect(cycles(graph).map((group) => group.toSorted())).toEqual([['a', 'b', 'c']]);
  const self = scenario().node('x', 'decision', '').edge('x', 'else', 'x').build();
  expect(cycles(self)).toEqual([['x']]);
});

test('layers follow the edges, a cycle shares one', () => {
  expect(layers(graph)).toEqual([['start', 'd'], ['a', 'b', 'c'], ['end']]);
});

test('an edge leads to a later layer, or both ends lie on a cycle', () => {
  fc.assert(
    fc.property(randomGraph, (drawn) => {
      const rows = layers(drawn);
      expect(rows.flat().toSorted()).toEqual(drawn.nodes.map(({ id }) => id).toSorted());
      const rowOf = (id: string): number => rows.findIndex((row) => row.includes(id));
      for (const { from, to } of drawn.edges) {
        const inCycle = cycles(drawn).some((group) => group.includes(from) && group.includes(to));
        expect(inCycle ? rowOf(to) === rowOf(from) : rowOf(to) > rowOf(from)).toBe(true);
      }
    }),
  );
}, 60_000);
