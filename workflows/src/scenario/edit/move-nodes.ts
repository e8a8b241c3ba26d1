import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { withChanged } from './guards.ts';

export function moveNodes(graph: Graph, { positions }: EditOf<'move-nodes'>): Graph {
  let moved = graph;
  for (const [nodeId, position] of Object.entries(positions)) {
    moved = withChanged(moved, nodeId, (node) => ({ ...node, position }));
  }
  return moved;
}
