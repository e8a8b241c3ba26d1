import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { withNode } from './guards.ts';

export function addNode(graph: Graph, { node }: EditOf<'add-node'>): Graph {
  return withNode(graph, node);
}
