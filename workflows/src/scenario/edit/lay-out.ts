import { nodeById } from '../graph.ts';
import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { moveNodes } from './move-nodes.ts';

export function layOut(graph: Graph, { positions }: EditOf<'lay-out'>): Graph {
  const present = Object.entries(positions).filter(([nodeId]) => nodeById(graph, nodeId) !== undefined);
  return moveNodes(graph, { kind: 'move-nodes', positions: Object.fromEntries(present) });
}
