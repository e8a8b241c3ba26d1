import type { Edge as PathEdge } from '@relance/workflows/scenario';
import type { Edge } from '@xyflow/react';
import type { EditorState } from '../store/editor-state.ts';

export type FlowEdge = Edge<Record<string, never>, 'path'>;

const drawn = new WeakMap<PathEdge, FlowEdge>();

/** Edges for React Flow; one whose selection stays keeps its object. */
export function flowEdges({ graph, selectedPath }: Pick<EditorState, 'graph' | 'selectedPath'>): FlowEdge[] {
  return graph.edges.map((path) => {
    const selected = path.id === selectedPath;
    const kept = drawn.get(path);
    if (kept?.selected === selected) return kept;
    const edge: FlowEdge = {
      id: path.id,
      type: 'path',
      source: path.from,
      sourceHandle: path.outcome,
      target: path.to,
      selected,
    };
    drawn.set(path, edge);
    return edge;
  });
}
