import type { Graph } from '../scenario.ts';
import type { EditOf } from './edit.ts';
import { withEdge } from './guards.ts';

export function connect(graph: Graph, { edge }: EditOf<'connect'>): Graph {
  return withEdge(graph, edge);
}
