import { describe, expect, test } from 'vitest';
import { scenario } from '../build.ts';
import { type Graph, graphSchema, MOST_NODES } from '../scenario.ts';
import { applyEdit } from './apply-edit.ts';
import { EditError } from './edit-error.ts';
import type { Edit } from './edit.ts';

const drawn = (): Graph =>
  scenario()
    .node('start', 'start', 'Départ')
    .node('call', 'call', 'Appel', { script: 'first-call' })
    .node('end', 'end', 'Fin', { reason: 'settled' })
    .edge('start', 'next', 'call')
    .edge('call', 'promised', 'end')
    .endsOn('call', 'other')
    .build();

const node = (id: string): Graph['nodes'][number] => ({
  id,
  type: 'wait',
  label: 'Attente',
  config: { amount: 1 },
  position: { x: 1, y: 2 },
});

/** Applies an edit and makes sure that the graph before it is untouched, so that undo is to keep it. */
function edited(edit: Edit, graph = drawn()): Graph {
  const before = structuredClone(graph);
  const after = applyEdit(graph, JSON.parse(JSON.stringify(edit)) as Edit);
  expect(graph).toEqual(before);
  expect(graphSchema.parse(after)).toEqual(after);
  return after;
}

const edgesOf = ({ edges }: Graph): string[] => edges.map(({ from, outcome, to }) => `${from}.${outcome}→${to}`);
const nodeOf = ({ nodes }: Graph, id: string): Graph['nodes'][number] | undefined =>
  nodes.find((drawnNode) => drawnNode.id === id);

describe('nodes', () => {
  test('add', () => {
    expect(nodeOf(edited({ kind: 'add-node', node: node('wait') }), 'wait')).toEqual(node('wait'));
  });

  test('remove, with its edges', () => {
    const after = edited({ kind: 'remove-node', nodeId: 'call' });
    expect(after.nodes).toHaveLength(2);
    expect(after.edges).toEqual([]);
  });

  test('move one or many', () => {
    const after = edited({ kind: 'move-nodes', positions: { start: { x: 5, y: 6 }, end: { x: 7, y: 8 } } });
    expect([nodeOf(after, 'start')?.position, nodeOf(after, 'end')?.position]).toEqual([
      { x: 5, y: 6 },
      { x: 7, y: 8 },
    ]);
  });

  test('rename and configure', () => {
    expect(nodeOf(edited({ kind: 'rename-node', nodeId: 'call', label: 'Relance' }), 'call')?.label).toBe('Relance');
    expect(nodeOf(edited({ kind: 'set-config', nodeId: 'call', config: { a: 1 } }), 'call')?.config).toEqual({ a: 1 });
  });

  test('duplicate without edges', () => {
    const after = edited({ kind: 'duplicate-node', nodeId: 'call', newNodeId: 'copy', position: { x: 9, y: 9 } });
    expect(nodeOf(after, 'copy')).toEqual({ ...nodeOf(after, 'call'), id: 'copy', position: { x: 9, y: 9 } });
    expect(after.edges).toHaveLength(2);
  });

  test('lay out, passing over what is gone', () => {
    const after = edited({ kind: 'lay-out', positions: { start: { x: 3, y: 4 }, gone: { x: 0, y: 0 } } });
    expect(nodeOf(after, 'start')?.position).toEqual({ x: 3, y: 4 });
  });
});

describe('edges', () => {
  test('connect replaces what the outcome led to, and its end mark', () => {
    const once = edited({ kind: 'connect', edge: { id: 'e', from: 'call', outcome: 'promised', to: 'start' } });
    expect(edgesOf(once)).toEqual(['start.next→call', 'call.promised→start']);
    const marked = edited({ kind: 'connect', edge: { id: 'e', from: 'call', outcome: 'other', to: 'end' } });
    expect(nodeOf(marked, 'call')).not.toHaveProperty('endsOn');
  });

  test('disconnect', () => {
    expect(edgesOf(edited({ kind: 'disconnect', edgeId: 'start-next' }))).toEqual(['call.promised→end']);
  });

  test('end on purpose takes the edge away, and back', () => {
    const edit = { kind: 'end-on-purpose', nodeId: 'call', outcome: 'promised' } as const;
    const ended = edited({ ...edit, ends: true });
    expect(nodeOf(ended, 'call')?.endsOn).toEqual(['other', 'promised']);
    expect(edgesOf(ended)).toEqual(['start.next→call']);
    expect(nodeOf(edited({ ...edit, ends: false }, ended), 'call')?.endsOn).toEqual(['other']);
  });

  test('insert on an edge', () => {
    const after = edited({
      kind: 'insert-on-edge',
      edgeId: 'start-next',
      node: node('wait'),
      outcome: 'next',
      newEdgeId: 'new',
    });
    expect(edgesOf(after)).toEqual(['call.promised→end', 'start.next→wait', 'wait.next→call']);
  });
});

test('settings', () => {
  const settings = { ...drawn().settings, currency: 'GBP' };
  expect(edited({ kind: 'set-settings', settings }).settings).toEqual(settings);
});

describe('an edit that does not fit is refused by name', () => {
  const edge = { id: 'e', from: 'call', outcome: 'promised', to: 'end' };
  test.each<[EditError['fault'], Edit]>([
    ['id-taken', { kind: 'add-node', node: node('call') }],
    ['bad-node', { kind: 'add-node', node: node('a.b') }],
    ['unknown-node', { kind: 'remove-node', nodeId: 'gone' }],
    ['unknown-node', { kind: 'move-nodes', positions: { gone: { x: 0, y: 0 } } }],
    ['bad-node', { kind: 'rename-node', nodeId: 'call', label: 'x'.repeat(501) }],
    ['unknown-node', { kind: 'connect', edge: { ...edge, to: 'gone' } }],
    ['unknown-node', { kind: 'connect', edge: { ...edge, from: 'gone' } }],
    ['id-taken', { kind: 'connect', edge: { ...edge, id: 'start-next' } }],
    ['bad-edge', { kind: 'connect', edge: { ...edge, outcome: '' } }],
    ['unknown-edge', { kind: 'disconnect', edgeId: 'gone' }],
    ['unknown-node', { kind: 'end-on-purpose', nodeId: 'gone', outcome: 'a', ends: true }],
    ['bad-settings', { kind: 'set-settings', settings: { ...drawn().settings, currency: 'euro' } }],
    ['unknown-edge', { kind: 'insert-on-edge', edgeId: 'gone', node: node('wait'), outcome: 'next', newEdgeId: 'n' }],
    ['id-taken', { kind: 'duplicate-node', nodeId: 'call', newNodeId: 'end', position: { x: 0, y: 0 } }],
  ])('%s', (fault, edit) => {
    const graph = drawn();
    expect(() => applyEdit(graph, edit)).toThrow(EditError);
    expect(() => applyEdit(graph, edit)).toThrow(fault);
    expect(graph).toEqual(drawn());
  });

  test('too many nodes', () => {
    const full = { ...drawn(), nodes: Array.from({ length: MOST_NODES }, (_, at) => node(`n${at}`)) };
    expect(() => applyEdit(full, { kind: 'add-node', node: node('more') })).toThrow('too-many-nodes');
  });
});
